#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI

  /// One understood piece: filled where sure, an outline with "?" where not.
  struct ChipView: View {
    let chip: ShownChip
    let model: CaptureModel

    var body: some View {
      HStack(spacing: 0) {
        Button {
          model.tap(chip)
        } label: {
          HStack(spacing: 4) {
            Image(systemName: chip.symbol).accessibilityHidden(true)
            if chip.stance == .preferred { Image(systemName: "star.fill").accessibilityHidden(true) }
            words.strikethrough(chip.stance == .refused)
          }
          .frame(minHeight: 44)
        }
        .accessibilityLabel(spoken)
        if chip.text != nil {
          Button {
            model.drop(chip)
          } label: {
            Image(systemName: "xmark").frame(minWidth: 44, minHeight: 44)
          }
          .accessibilityLabel(dropLabel)
        }
      }
      .buttonStyle(.plain)
      .padding(.horizontal, 10)
      .background(chip.tint.opacity(chip.isSure ? 0.3 : 0), in: .capsule)
      .overlay { Capsule().stroke(chip.tint, lineWidth: 1) }
    }

    private var words: Text {
      guard let text = chip.text else { return Text("No reminder") }
      return Text(verbatim: chip.isSure ? text : text + " ?")
    }

    /// Kind, value, certainty and what they said: what the eye sees, in words.
    private var spoken: Text {
      var parts = [Text(chip.kind), words]
      if !chip.isSure { parts.append(Text("not sure, tap to confirm")) }
      if chip.stance == .preferred { parts.append(Text("preferred")) }
      if chip.stance == .refused { parts.append(Text("not this one")) }
      return parts.dropFirst().reduce(parts[0]) { $0 + Text(verbatim: ", ") + $1 }
    }

    private var dropLabel: Text {
      chip.field == .followUp ? Text("No reminder") : Text("Leave out") + Text(verbatim: " ") + words
    }
  }

  extension ShownChip {
    var kind: LocalizedStringKey {
      switch field {
      case .name: "Name"
      case .org: "Organisation"
      case .role: "Role"
      case .event: "Met at"
      case .channel: "How to reach them"
      case .hours: "Hours"
      case .promise: promiseBy == .them ? "They owe" : "I owe"
      case .notes: "Note"
      case .followUp: "Reminder"
      }
    }

    var symbol: String {
      switch field {
      case .name: "person"
      case .org: "building.2"
      case .role: "briefcase"
      case .event: "mappin.and.ellipse"
      case .channel: "bubble.left"
      case .hours: "clock"
      case .promise: promiseBy == .them ? "tray.and.arrow.down" : "gift"
      case .notes: "text.alignleft"
      case .followUp: "bell"
      }
    }

    var tint: Color {
      switch field {
      case .name: .blue
      case .org, .role: .teal
      case .event: .indigo
      case .channel, .hours: .green
      case .promise: .orange
      case .notes: .gray
      case .followUp: .purple
      }
    }
  }

  /// Another text for a chip.
  struct ChipEditor: View {
    let chip: ShownChip
    let model: CaptureModel
    @State private var text: String
    @FocusState private var isTyping: Bool

    init(chip: ShownChip, model: CaptureModel) {
      (self.chip, self.model) = (chip, model)
      _text = State(initialValue: chip.text ?? "")
    }

    var body: some View {
      NavigationStack {
        Form {
          TextField(chip.kind, text: $text).focused($isTyping)
          if chip.field == .followUp {
            Text("A day, such as Friday or 2026-11-27").font(.footnote).foregroundStyle(.secondary)
            Button("No reminder") { model.replace(chip, with: "") }
          }
        }
        .navigationTitle(chip.kind)
        .toolbar {
          ToolbarItem(placement: .cancellationAction) { Button("Cancel") { model.closeEditor() } }
          ToolbarItem(placement: .confirmationAction) { Button("Apply") { model.replace(chip, with: text) } }
        }
        .onAppear { isTyping = true }
      }
      .presentationDetents([.medium])
    }
  }
#endif
