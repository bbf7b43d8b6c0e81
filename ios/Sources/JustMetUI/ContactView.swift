#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI

  /// One person: where to write and why, what was promised, and everything that is kept.
  struct ContactView: View {
    @State private var model: ContactModel
    @Environment(\.dismiss) private var dismiss

    init(model: ContactModel) { _model = State(initialValue: model) }

    private var state: ContactState { model.state }

    var body: some View {
      Group {
        if let screen = state.screen {
          List { sections(screen) }
            .listStyle(.insetGrouped)
            .navigationTitle(screen.title)
        } else if state.isGone {
          Color.clear
        } else if let trouble = state.trouble {
          TroubleView(trouble: trouble, files: []) { await model.load() }
        } else {
          Loading()
        }
      }
      .navigationBarTitleDisplayMode(.inline)
      .toolbar {
        ToolbarItem(placement: .primaryAction) {
          Menu("More", systemImage: "ellipsis.circle") {
            ForEach(state.screen?.outcomes ?? [], id: \.label) { choice in
              Button(choice.label) { Task { await model.record(choice.outcome, on: choice.channel) } }
            }
            Button("Ask them", systemImage: "bubble.left.and.bubble.right") {
              model.ask(in: .preferred(Locale.preferredLanguages))
            }
            Button("Forget", systemImage: "trash", role: .destructive) { Task { await model.forget() } }
          }
        }
      }
      .safeAreaInset(edge: .bottom) { bottom }
      .sheet(isPresented: picks) { PreferencePicker(model: model) }
      .sheet(isPresented: writes) { MessageView(model: model) }
      .fullScreenCover(isPresented: asks) { AskView(model: model) }
      .later(state.later) { _, until in
        await model.act(.snooze(until: until))
      } pick: {
        model.pickDay($0)
      } close: {
        model.closeLater()
      }
      .day(state.picksDay) { _, until in
        await model.act(.snooze(until: until))
      } close: {
        model.closeDay()
      }
      .task { await model.load() }
    }

    private var asks: Binding<Bool> {
      Binding(get: { @MainActor in state.ask != nil }, set: { @MainActor in if !$0 { model.closeAsk() } })
    }

    private var picks: Binding<Bool> {
      Binding(get: { @MainActor in state.picksPreference }, set: { @MainActor in model.pickPreference($0) })
    }

    private var writes: Binding<Bool> {
      Binding(
        get: { @MainActor in state.message != nil }, set: { @MainActor in if !$0 { model.closeMessage() } })
    }

    @ViewBuilder private func sections(_ screen: ContactScreen) -> some View {
      if let trouble = state.trouble {
        Section { Label(trouble.explanation, systemImage: "exclamationmark.triangle") }
      }
      header(screen)
      SuggestionSection(card: screen.suggestion, model: model)
      if let followUp = screen.followUp { FollowUpSection(followUp: followUp, model: model) }
      if let proposal = screen.letGoProposal { LetGoSection(proposal: proposal, model: model) }
      addresses(screen)
      if !screen.notes.isEmpty { Section("Notes") { Text(screen.notes) } }
      history(screen)
      if screen.followUp != nil { ledger }
      Section("The line as you entered it") {
        ForEach(screen.rawLines, id: \.self) { Text(verbatim: $0).textSelection(.enabled) }
      }
    }

    private func header(_ screen: ContactScreen) -> some View {
      Section {
        HStack {
          AvatarView(id: screen.id, name: screen.name)
          VStack(alignment: .leading) {
            UnsureText(text: screen.title, isSure: screen.name == nil || screen.nameSure).font(.title2)
            let work = [screen.role, screen.org].compactMap { $0 }.joined(separator: " · ")
            if !work.isEmpty { Text(verbatim: work) }
            Text(screen.met).foregroundStyle(.secondary)
          }
        }
        ForEach(screen.promises, id: \.id) { PromiseRow(promise: $0, model: model) }
      }
    }

    private func addresses(_ screen: ContactScreen) -> some View {
      Section("How to reach them") {
        ForEach(screen.addresses, id: \.id) { address in
          HStack {
            Button {
              Task { await model.compose(on: address.channel) }
            } label: {
              VStack(alignment: .leading) {
                // Numbers and handles read from left to right in every script.
                Text(verbatim: address.display)
                  .strikethrough(address.stance == .refused)
                  .environment(\.layoutDirection, .leftToRight)
                said(address).font(.caption).foregroundStyle(.secondary)
              }
            }
            .buttonStyle(.borderless)
            Spacer()
            Button {
              model.copy(address.display)
            } label: {
              Image(systemName: "doc.on.doc").frame(minWidth: 44, minHeight: 44)
            }
            .buttonStyle(.borderless)
            .accessibilityLabel("Copy \(address.display)")
          }
        }
      }
    }

    /// "WhatsApp · told you · preferred · after 18:00".
    private func said(_ address: AddressLine) -> Text {
      var parts = [Text(verbatim: address.channelName), Text(verbatim: address.provenance)]
      switch address.stance {
      case .preferred: parts.append(Text("preferred"))
      case .refused: parts.append(Text("not this one"))
      case nil: break
      }
      if let hours = address.hours { parts.append(Text(verbatim: hours)) }
      return parts.dropFirst().reduce(parts[0]) { $0 + Text(verbatim: " · ") + $1 }
    }

    /// What happened, in plain sentences.
    @ViewBuilder private func history(_ screen: ContactScreen) -> some View {
      if !screen.messages.isEmpty || !screen.wishes.isEmpty {
        Section("What was said") {
          ForEach(screen.messages, id: \.text) { line in
            VStack(alignment: .leading) {
              Text(line.text)
              if let reason = line.reason { Text(verbatim: "“\(reason)”").font(.footnote).foregroundStyle(.secondary) }
            }
          }
          ForEach(screen.wishes, id: \.text) { Text($0.text).foregroundStyle(.secondary) }
        }
      }
    }

    /// What became of the reminder: looked at seldom, so read only then.
    private var ledger: some View {
      Section {
        Button("What became of the reminder") { Task { await model.lookAtLedger(state.ledger == nil) } }
        ForEach(state.ledger ?? [], id: \.self) { line in
          Text(verbatim: "\(line.atText) · \(line.text)").font(.footnote).foregroundStyle(.secondary)
        }
      }
    }

    @ViewBuilder private var bottom: some View {
      if let question = state.screen?.sentQuestion {
        SentBar(question: question, model: model)
      }
      if let said = state.said {
        SaidBar(
          said: said,
          undo: { await model.undo() },
          dismiss: {
            model.dismissSaid()
            if state.isGone { dismiss() }
          }
        )
        .padding(16)
        .background(.bar)
      }
    }
  }

  /// "I owe: slides".
  struct PromiseRow: View {
    let promise: PromiseLine
    let model: ContactModel

    var body: some View {
      Toggle(promise.text, isOn: isKept)
    }

    private var isKept: Binding<Bool> {
      Binding(
        get: { @MainActor in promise.kept },
        set: { @MainActor kept in Task { await model.keep(promise, kept) } })
    }
  }

  /// The one question after writing. It is asked here only, and never notifies.
  struct SentBar: View {
    let question: SentQuestion
    let model: ContactModel

    var body: some View {
      HStack {
        Text(question.text)
        Spacer()
        Button("Yes") { record(.sent) }.bold()
        Button("Not yet") { record(.notSent) }
      }
      .padding(16)
      .background(.bar)
    }

    private func record(_ outcome: MessageOutcome) {
      Task { await model.record(outcome, on: question.channel) }
    }
  }

  /// No answer for long: letting it rest looks as good as done.
  struct LetGoSection: View {
    let proposal: LetGoProposal
    let model: ContactModel

    var body: some View {
      Section {
        Text(proposal.text)
        Button("Let it rest") { Task { await model.record(.noAnswer, on: proposal.channel) } }
        Button("They answered") { Task { await model.record(.replied, on: proposal.channel) } }
      }
    }
  }

  /// Where to write, why there, and why not elsewhere.
  struct SuggestionSection: View {
    let card: SuggestionCard
    let model: ContactModel

    var body: some View {
      Section {
        if card.channel != nil {
          Button(card.action) { Task { await model.compose() } }.buttonStyle(.borderedProminent)
        } else {
          Text(card.action)
        }
        if let hours = card.hours { Text(hours) }
        ForEach(card.reasons, id: \.text) { Text($0.text).foregroundStyle(.secondary) }
        if let runnerUp = card.runnerUp {
          Text(runnerUp.text).foregroundStyle(.secondary)
          Button {
            Task { await model.compose(on: runnerUp.channel) }
          } label: {
            Text("Use that one") + Text(verbatim: ": \(runnerUp.channelName)")
          }
        }
        if let question = card.ask {
          Text(question)
          Button("Ask them", systemImage: "bubble.left.and.bubble.right") {
            model.ask(in: .preferred(Locale.preferredLanguages))
          }
        }
        if !card.whyNot.isEmpty {
          Button("Why not the others") { model.toggleWhyNot() }
          if model.state.showsWhyNot {
            ForEach(card.whyNot, id: \.text) { Text($0.text).font(.footnote).foregroundStyle(.secondary) }
          }
        }
        Button("Change what they prefer", systemImage: "pencil") { model.pickPreference(true) }
      }
    }
  }

  /// The one reminder, with its three ends.
  struct FollowUpSection: View {
    let followUp: FollowUpCard
    let model: ContactModel

    var body: some View {
      Section("The one reminder") {
        Text(followUp.dueText)
        if followUp.phase == .planned || followUp.phase == .delivered {
          FlowLayout(spacing: 8) {
            Button("Done") { act(.done) }
            Button("Later") { model.offerLater() }
            Button("Let go") { act(.letGo) }
          }
          .buttonStyle(.bordered)
        }
      }
    }

    private func act(_ verb: Verb) { Task { await model.act(verb) } }
  }
#endif
