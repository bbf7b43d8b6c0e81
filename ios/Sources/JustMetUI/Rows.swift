#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI

  /// A follow-up that is due: the promise first, then the person.
  struct InboxRowView: View {
    let row: InboxRow
    let model: HomeModel
    let write: @MainActor () -> Void

    var body: some View {
      VStack(alignment: .leading, spacing: 8) {
        NavigationLink(value: row.contact.id) {
          HStack {
            AvatarView(id: row.contact.id, name: row.contact.name)
            VStack(alignment: .leading) {
              Text(row.title).font(.headline)
              Text(row.contact.sentence).font(.subheadline).foregroundStyle(.secondary)
            }
          }
        }
        FlowLayout(spacing: 8) {
          Button("Write") { write() }.buttonStyle(.borderedProminent)
          Button("Done") { act(.done) }.buttonStyle(.bordered)
          Button("Later") { model.offerLater(row.followUp) }.buttonStyle(.bordered)
          Button("Let go") { act(.letGo) }.buttonStyle(.bordered)
        }
      }
      .swipeActions(edge: .leading) { Button("Done") { act(.done) } }
      .swipeActions(edge: .trailing) { Button("Later") { model.offerLater(row.followUp) } }
    }

    private func act(_ verb: Verb) { Task { await model.act(row.followUp, verb) } }
  }

  /// A person in a list. `hit`: what of it was looked for.
  struct ContactRowView: View {
    let row: ContactRow
    var hit: SearchHit?

    var body: some View {
      NavigationLink(value: row.id) {
        HStack {
          AvatarView(id: row.id, name: row.name)
          VStack(alignment: .leading) {
            title.font(.headline)
            if !places.characters.isEmpty { Text(places).font(.subheadline).foregroundStyle(.secondary) }
            if let promise = row.promise { Text(marked(promise, .promise)).font(.subheadline) }
            Text(row.followUp?.dueText ?? row.met).font(.caption).foregroundStyle(.secondary)
          }
          Spacer()
          if let channel = row.channelName { Text(channel).font(.caption).foregroundStyle(.secondary) }
        }
      }
    }

    private var title: Text {
      let text = Text(marked(row.title, .title))
      return row.name == nil || row.nameSure ? text : text + Text(verbatim: " ?")
    }

    /// "Acme · RustConf"; in the list of people met lately the heading names the event already.
    private var places: AttributedString {
      let event = hit == nil ? nil : row.event
      let parts = [row.org.map { marked($0, .org) }, event.map { marked($0, .event) }].compactMap { $0 }
      return parts.dropFirst().reduce(parts.first ?? AttributedString()) { $0 + AttributedString(" · ") + $1 }
    }

    private func marked(_ text: String, _ which: RowText) -> AttributedString {
      AttributedString(text.pieces(hit?.marks(in: which) ?? []))
    }
  }

  extension AttributedString {
    /// What was found stands out by a line and a tint, not by colour alone.
    init(_ pieces: [MarkedPiece]) {
      self = pieces.reduce(AttributedString()) { text, piece in
        var part = AttributedString(piece.text)
        if piece.isFound {
          part.underlineStyle = .single
          part.backgroundColor = .yellow.opacity(0.3)
        }
        return text + part
      }
    }
  }

  extension ContactRow {
    /// "Priya Rao · Acme · RustConf": reads like a sentence, not like a form.
    var sentence: String {
      [name, org, event].compactMap { $0 }.joined(separator: " · ")
    }
  }

  /// What is not certain says so with a question mark, never by colour alone.
  struct UnsureText: View {
    let text: String
    let isSure: Bool

    var body: some View { Text(verbatim: isSure ? text : text + " ?") }
  }

  struct AvatarView: View {
    let avatar: Avatar

    init(id: String, name: String?) { avatar = Avatar(id: id, name: name) }

    var body: some View {
      Text(verbatim: avatar.initials)
        .font(.subheadline)
        .bold()
        .foregroundStyle(.white)
        .frame(minWidth: 36, minHeight: 36)
        .background(colour, in: .circle)
        .accessibilityHidden(true)
    }

    private var colour: Color {
      let parts = avatar.colour.map { Double($0) / 255 }
      return Color(red: parts[0], green: parts[1], blue: parts[2])
    }
  }

  /// What became of a tap, with the way back.
  struct SaidBar: View {
    let said: Said
    let undo: @MainActor () async -> Void
    let dismiss: @MainActor () -> Void

    var body: some View {
      HStack {
        Text(said.text)
        Spacer()
        if said.undo != nil { Button("Undo") { Task { await undo() } }.bold() }
        Button {
          dismiss()
        } label: {
          Image(systemName: "xmark").frame(minWidth: 44, minHeight: 44)
        }
        .accessibilityLabel("Close")
      }
      .task(id: said.text) {
        try? await Task.sleep(for: .seconds(10))
        if !Task.isCancelled { dismiss() }
      }
    }
  }
#endif
