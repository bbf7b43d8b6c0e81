#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI

  /// The phone in their hands: one question with large answers, in their language, and nothing else of mine.
  struct AskView: View {
    let model: any Asking

    var body: some View {
      NavigationStack {
        if let ask = model.asked { question(ask) }
      }
      .interactiveDismissDisabled()
    }

    private func question(_ ask: AskState) -> some View {
      List {
        Section {
          Text(ask.card.question).font(.title).bold().accessibilityAddTraits(.isHeader)
        }
        Section {
          ForEach(ask.channels, id: \.channel) { choice in
            Button {
              model.choose(choice.channel)
            } label: {
              HStack {
                Text(verbatim: choice.name).font(.title3).frame(minHeight: 44)
                Spacer()
                if ask.channel == choice.channel { Image(systemName: "checkmark").accessibilityHidden(true) }
              }
            }
            .accessibilityAddTraits(ask.channel == choice.channel ? .isSelected : [])
          }
          if !ask.showsAll { Button(ask.card.more) { model.showAllChannels() } }
        }
        if ask.channel != nil {
          Section {
            TextField(ask.card.addressLabel, text: address)
              .textInputAutocapitalization(.never)
              .autocorrectionDisabled()
              .environment(\.layoutDirection, .leftToRight)
            if let trouble = ask.trouble { Label(trouble.explanation, systemImage: "exclamationmark.triangle") }
          }
        }
      }
      .toolbar {
        ToolbarItem(placement: .cancellationAction) { Button(ask.card.back) { model.closeAsk() } }
        ToolbarItem(placement: .principal) { languages(ask) }
        ToolbarItem(placement: .confirmationAction) {
          Button(ask.card.done) { Task { await model.answer() } }.disabled(ask.channel == nil)
        }
      }
    }

    private func languages(_ ask: AskState) -> some View {
      Menu {
        ForEach(ask.card.languages, id: \.language) { choice in
          Button(choice.name) { model.ask(in: choice.language) }
        }
      } label: {
        Label(name(of: ask.card), systemImage: "globe")
      }
    }

    private func name(of card: AskCard) -> String {
      card.languages.first { $0.language == card.language }?.name ?? ""
    }

    private var address: Binding<String> {
      Binding(get: { @MainActor in model.asked?.address ?? "" }, set: { @MainActor in model.address($0) })
    }
  }
#endif
