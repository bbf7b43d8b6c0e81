#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI

  /// The draft, to be edited, and what opens the chat with it.
  struct MessageView: View {
    let model: ContactModel

    var body: some View {
      NavigationStack {
        Form {
          if let message = model.state.message { sections(message) }
        }
        .navigationTitle(model.state.message?.card.channelName ?? "")
        .navigationBarTitleDisplayMode(.inline)
        .toolbar {
          ToolbarItem(placement: .cancellationAction) { Button("Close") { model.closeMessage() } }
        }
      }
    }

    @ViewBuilder private func sections(_ message: MessageState) -> some View {
      if let trouble = model.state.trouble {
        Label(trouble.explanation, systemImage: "exclamationmark.triangle")
      }
      Section {
        Text(verbatim: message.card.address).environment(\.layoutDirection, .leftToRight)
        if message.isAsDrafted {
          Picker("Language", selection: language(message.card)) {
            ForEach(message.card.languages, id: \.language) { Text(verbatim: $0.name).tag($0.language) }
          }
        }
        if message.card.subject != nil { TextField("Subject", text: subject) }
        TextField("Message", text: text, axis: .vertical).lineLimit(4...)
        Text(message.counter.text)
          .font(.footnote)
          .monospacedDigit()
          .foregroundStyle(.secondary)
          .bold(!message.counter.fits)
        if let asks = message.card.asksFor { Text(asks).font(.footnote) }
        if let noted = message.card.noted { Text(verbatim: noted).font(.footnote).foregroundStyle(.secondary) }
      } footer: {
        Text(message.card.custom)
      }
      if !message.notes.isEmpty { notes(message) }
      Section {
        if message.wasRefused {
          Text("No app on this phone takes it. Copy the text, or choose another channel.")
          Button("Copy the text") { model.copy(message.text) }
        }
        Button(message.asksReason ? "Send anyway" : "Write") { Task { await model.write() } }
          .buttonStyle(.borderedProminent)
          .disabled(!message.canWrite)
      }
    }

    /// Quiet lines, never a wall: what speaks against it, and the way past it with a reason.
    private func notes(_ message: MessageState) -> some View {
      Section {
        ForEach(message.notes, id: \.text) { Label($0.text, systemImage: "info.circle").font(.footnote) }
        if message.asksReason { TextField("Why all the same?", text: reason) }
      }
    }

    private func language(_ card: MessageCard) -> Binding<Language> {
      Binding(
        get: { @MainActor in card.language },
        set: { @MainActor language in Task { await model.write(in: language) } })
    }

    private var text: Binding<String> {
      Binding(get: { @MainActor in model.state.message?.text ?? "" }, set: { @MainActor in model.type($0) })
    }

    private var subject: Binding<String> {
      Binding(get: { @MainActor in model.state.message?.subject ?? "" }, set: { @MainActor in model.subject($0) })
    }

    private var reason: Binding<String> {
      Binding(get: { @MainActor in model.state.message?.reason ?? "" }, set: { @MainActor in model.reason($0) })
    }
  }
#endif
