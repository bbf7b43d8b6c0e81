#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI

  /// People who were never followed up: each to be kept, or forgotten.
  struct OfferView: View {
    @State private var model: OfferModel
    @Environment(\.dismiss) private var dismiss

    init(model: OfferModel) { _model = State(initialValue: model) }

    var body: some View {
      List {
        if let trouble = model.state.trouble {
          Section { Label(trouble.explanation, systemImage: "exclamationmark.triangle") }
        }
        if let offer = model.state.offer { sections(offer) }
      }
      .navigationTitle("Never followed up")
      .navigationBarTitleDisplayMode(.inline)
      .toolbar {
        ToolbarItem(placement: .cancellationAction) { Button("Close") { dismiss() } }
      }
      .safeAreaInset(edge: .bottom) {
        if let said = model.state.said {
          SaidBar(said: said, undo: { await model.undo() }, dismiss: { model.dismissSaid() }).padding(16).background(
            .bar)
        }
      }
      .task { await model.load() }
    }

    @ViewBuilder private func sections(_ offer: DeletionOffer) -> some View {
      if let text = offer.text {
        Section {
          Text(text)
          Button("Keep all") { Task { await model.keepAll() } }
        }
      } else {
        Text("Nobody here.").foregroundStyle(.secondary)
      }
      ForEach(offer.people, id: \.contact.id) { person in
        Section {
          VStack(alignment: .leading) {
            Text(verbatim: person.contact.title).font(.headline)
            Text(verbatim: person.met).font(.subheadline).foregroundStyle(.secondary)
          }
          Button("Keep") { Task { await model.keep(person) } }
            .accessibilityLabel("Keep \(person.contact.title)")
          Button("Forget", role: .destructive) { Task { await model.forget(person) } }
            .accessibilityLabel("Forget \(person.contact.title)")
        }
      }
      if offer.more > 0 { Text("\(Int(offer.more)) more").foregroundStyle(.secondary) }
    }
  }
#endif
