#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI

  /// What they said about each channel.
  struct PreferencePicker: View {
    let model: ContactModel

    var body: some View {
      NavigationStack {
        List {
          if let trouble = model.state.trouble {
            Label(trouble.explanation, systemImage: "exclamationmark.triangle")
          }
          ForEach(model.state.screen?.channels ?? [], id: \.channel) { ChoiceRow(choice: $0, model: model) }
        }
        .navigationTitle("What they prefer")
        .toolbar {
          ToolbarItem(placement: .confirmationAction) { Button("Close") { model.pickPreference(false) } }
        }
      }
    }
  }

  private struct ChoiceRow: View {
    let choice: ChannelChoice
    let model: ContactModel
    @State private var hours: String

    init(choice: ChannelChoice, model: ContactModel) {
      (self.choice, self.model) = (choice, model)
      _hours = State(initialValue: choice.hours ?? "")
    }

    var body: some View {
      VStack(alignment: .leading) {
        Picker(choice.name, selection: stance) {
          Text("Nothing said").tag(Stance?.none)
          Text("They prefer it").tag(Stance?.some(.preferred))
          Text("Not this one").tag(Stance?.some(.refused))
        }
        // Hours stand alone where they prefer another channel.
        if choice.stance != .refused, choice.stance == .preferred || choice.hasAddress || choice.hours != nil {
          HStack {
            TextField("Hours, such as 18-21 or evenings", text: $hours)
            Button("Apply") { Task { await model.prefer(choice.channel, choice.stance, hours: hours) } }
              .buttonStyle(.borderless)
          }
        }
      }
    }

    private var stance: Binding<Stance?> {
      Binding(
        get: { @MainActor in choice.stance },
        set: { @MainActor stance in
          let hours = stance == .preferred ? choice.hours : nil
          Task { await model.prefer(choice.channel, stance, hours: hours) }
        })
    }
  }
#endif
