#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI

  /// One line, its chips, and a large button.
  struct CaptureView: View {
    let model: CaptureModel
    @FocusState private var isTyping: Bool
    @Environment(\.dismiss) private var dismiss

    private var state: CaptureState { model.state }

    var body: some View {
      ScrollView {
        VStack(alignment: .leading, spacing: 12) {
          field
          FlowLayout(spacing: 8) {
            ForEach(state.chips) { ChipView(chip: $0, model: model) }
          }
          ForEach(state.preview?.hints ?? [], id: \.text) { hint in
            Label(hint.text, systemImage: "lightbulb").font(.footnote).foregroundStyle(.secondary)
          }
          FlowLayout(spacing: 8) {
            // The system's own button: a tap on it is leave to read the clipboard, and nobody is asked.
            PasteButton(payloadType: String.self) { model.paste($0.joined(separator: "\n")) }
            if state.offersAsk {
              Button("Ask them", systemImage: "bubble.left.and.bubble.right") {
                model.ask(in: .preferred(Locale.preferredLanguages))
              }
              .buttonStyle(.bordered)
            }
          }
          if let trouble = state.trouble {
            Label(trouble.explanation, systemImage: "exclamationmark.triangle")
          }
          if let fault = model.reminding.fault { Label(fault, systemImage: "bell.slash") }
          if model.reminding.asks { leave }
        }
        .padding(16)
      }
      .scrollDismissesKeyboard(.never)
      .safeAreaInset(edge: .bottom) { bottom }
      .navigationTitle("Whom did you just meet?")
      .navigationBarTitleDisplayMode(.inline)
      .toolbar {
        ToolbarItem(placement: .cancellationAction) { Button("Close") { dismiss() } }
      }
      .sheet(item: edited) { ChipEditor(chip: $0, model: model) }
      .fullScreenCover(isPresented: asks) { AskView(model: model) }
      .task { await model.carryEvent() }
      .sensoryFeedback(.success, trigger: state.saved?.undo.token)
      .onAppear { isTyping = true }
    }

    private var edited: Binding<ShownChip?> {
      Binding(get: { @MainActor in state.edited }, set: { @MainActor in if $0 == nil { model.closeEditor() } })
    }

    private var asks: Binding<Bool> {
      Binding(get: { @MainActor in state.ask != nil }, set: { @MainActor in if !$0 { model.closeAsk() } })
    }

    // MARK: the line

    private var field: some View {
      ZStack(alignment: .topLeading) {
        // Behind the field, in the same place: the words that a chip stands for have its tint.
        Text(tinted).accessibilityHidden(true)
        TextField(
          "What you know of them", text: line,
          prompt: Text("Priya, Acme, prefers WhatsApp 514 555 0142, slides, Tue"), axis: .vertical
        )
        .focused($isTyping)
        .textInputAutocapitalization(.sentences)
        .autocorrectionDisabled()
        .submitLabel(.done)
        .onSubmit { save() }
      }
      .font(.title3)
      .lineLimit(2...)
      .environment(\.layoutDirection, .leftToRight)
    }

    private var line: Binding<String> {
      Binding(
        get: { @MainActor in state.line },
        set: { @MainActor in
          // The key of the keyboard: a field of several lines would take it as a line break.
          if $0.hasSuffix("\n"), $0.dropLast() == state.line { save() } else { model.type($0) }
        })
    }

    private var tinted: AttributedString {
      var text = AttributedString(state.line)
      text.foregroundColor = .clear
      for chip in state.chips {
        guard let range = chip.range(in: state.line).flatMap({ Range($0, in: text) }) else { continue }
        text[range].backgroundColor = chip.tint.opacity(chip.isSure ? 0.3 : 0.15)
      }
      return text
    }

    // MARK: the bottom

    private var bottom: some View {
      VStack {
        if let saved = state.saved {
          HStack {
            Label("Saved", systemImage: "checkmark.circle.fill")
            Text(saved.contact.title)
            Spacer()
            Button("Undo") { Task { await model.undo() } }.bold()
          }
        }
        Button {
          save()
        } label: {
          Text(state.trouble == nil ? "Save" : "Try again").frame(maxWidth: .infinity, minHeight: 44)
        }
        .buttonStyle(.borderedProminent)
        .disabled(!state.canSave)
      }
      .padding(16)
      .background(.bar)
    }

    /// Asked after the first save, with the reason, before the system asks.
    private var leave: some View {
      VStack(alignment: .leading, spacing: 8) {
        Text("May JustMet remind you once about each person? Without it you find reminders here.")
        HStack {
          Button("Yes") { Task { await model.reminding.ask() } }.buttonStyle(.borderedProminent)
          Button("Not now") { Task { await model.reminding.decline() } }.buttonStyle(.bordered)
        }
      }
    }

    private func save() {
      Task {
        await model.save()
        isTyping = true
      }
    }
  }
#endif
