import JustMetCore
import Observation

/// One person's screen at one moment.
public struct ContactState: Equatable, Sendable {
  /// None until it was read, and after they were forgotten.
  public internal(set) var screen: ContactScreen?
  public internal(set) var said: Said?
  public internal(set) var trouble: Trouble?
  /// Whether the reasons against the other channels are shown.
  public internal(set) var showsWhyNot = false
  /// Whether the picker of their preference is open.
  public internal(set) var picksPreference = false
  public internal(set) var isGone = false
  /// What became of the reminder, line by line; none while it is not looked at.
  public internal(set) var ledger: [LedgerLine]?
  /// The choices where the reminder is put off.
  public internal(set) var later: LaterOffer?
  /// The one that is put off to a day of the person's own choice, while they choose.
  public internal(set) var picksDay: FollowUpCard?
  /// The question that is turned round to them, while the phone is in their hands.
  public internal(set) var ask: AskState?
  /// The draft that is being edited.
  public internal(set) var message: MessageState?

  public init() {}
}

/// One person: where to write and why, what was promised, and what they said about each channel.
@MainActor @Observable
public final class ContactModel: Asking {
  public private(set) var state = ContactState()
  public let id: String
  private let core: JustMet
  private let launch: any LaunchPort
  private let changed: @MainActor () async -> Void
  private var counting: Task<Void, Never>?

  /// `changed` is called after data changed.
  public init(id: String, core: JustMet, launch: any LaunchPort, changed: @escaping @MainActor () async -> Void) {
    (self.id, self.core, self.launch, self.changed) = (id, core, launch, changed)
  }

  public func load() async { await show { try await self.core.contact(id: self.id) } }

  public func lookAtLedger(_ open: Bool) async {
    do {
      state.ledger = open ? try await core.ledger(id: id) : nil
    } catch { state.trouble = Trouble(error) }
  }

  public func toggleWhyNot() { state.showsWhyNot.toggle() }

  public func pickPreference(_ open: Bool) { state.picksPreference = open }

  /// What they said about a channel: for it, against it, or nothing; and the hours they named for it, in their words.
  public func prefer(_ channel: ChannelKind, _ stance: Stance?, hours: String? = nil) async {
    let hours = hours.flatMap { $0.isEmpty ? nil : $0 }
    await show { try await self.core.prefer(id: self.id, channel: channel, stance: stance, hours: hours) }
    await changed()
  }

  public func keep(_ promise: PromiseLine, _ kept: Bool) async {
    await show { try await self.core.keepPromise(promise: promise.id, kept: kept) }
    await changed()
  }

  public func offerLater() {
    guard let followUp = state.screen?.followUp else { return }
    do {
      state.later = LaterOffer(followUp: followUp, choices: try core.laterChoices())
    } catch { state.trouble = Trouble(error) }
  }

  public func closeLater() { state.later = nil }

  public func pickDay(_ followUp: FollowUpCard) { (state.later, state.picksDay) = (nil, followUp) }

  public func closeDay() { state.picksDay = nil }

  public func act(_ verb: Verb) async {
    (state.later, state.picksDay) = (nil, nil)
    guard let followUp = state.screen?.followUp else { return }
    do {
      let result = try await core.act(followUp: followUp.id, generation: followUp.generation, verb: verb)
      state.said = Said(text: result.text, undo: result.undo)
    } catch { state.trouble = Trouble(error) }
    await changed()
    await load()
  }

  public func forget() async {
    do {
      let forgotten = try await core.forget(id: id)
      state.screen = nil
      state.isGone = true
      state.said = Said(text: forgotten.text, undo: forgotten.undo)
    } catch { state.trouble = Trouble(error) }
    await changed()
  }

  public func undo() async {
    guard let ticket = state.said?.undo else { return }
    do {
      state.said = Said(text: try await core.undo(token: ticket.token).text, undo: nil)
      state.isGone = false
    } catch {
      state.said = nil
      state.trouble = Trouble(error)
    }
    await changed()
    if !state.isGone { await load() }
  }

  public func dismissSaid() { state.said = nil }

  public func copy(_ text: String) { launch.copy(text) }

  // MARK: their answer

  public var asked: AskState? { state.ask }

  public func ask(in language: Language) {
    do {
      let card = try core.ask(language: language)
      if state.ask == nil { state.ask = AskState(card: card) } else { state.ask?.card = card }
    } catch { state.trouble = Trouble(error) }
  }

  public func changeAsk(_ change: (inout AskState) -> Void) {
    guard var ask = state.ask else { return }
    change(&ask)
    state.ask = ask
  }

  public func closeAsk() { state.ask = nil }

  /// Their wish, and where they are found there.
  public func answer() async {
    guard let ask = state.ask, let channel = ask.channel else { return }
    do {
      state.screen = try await core.prefer(id: id, channel: channel, stance: .preferred, address: ask.address)
      state.ask = nil
    } catch { state.ask?.trouble = Trouble(error) }
    await changed()
  }

  // MARK: the message

  /// A draft on the suggested channel, or on one that was asked for.
  public func compose(on channel: ChannelKind? = nil) async {
    do {
      state.message = MessageState(try await core.message(id: id, channel: channel))
      state.trouble = nil
    } catch { state.trouble = Trouble(error) }
  }

  /// Another language for them: kept for the next time, and the draft is made anew. What was changed by hand stays.
  public func write(in language: Language) async {
    guard let message = state.message, message.isAsDrafted else { return }
    do {
      try await core.setLanguage(id: id, language: language)
      await compose(on: message.card.channel)
    } catch { state.trouble = Trouble(error) }
  }

  public func closeMessage() { state.message = nil }

  public func subject(_ text: String) { state.message?.subject = text }

  public func reason(_ text: String) { state.message?.reason = text }

  /// Each keystroke in the draft; the last count wins.
  public func type(_ text: String) {
    guard let channel = state.message?.card.channel, text != state.message?.text else { return }
    state.message?.text = text
    state.message?.notes = []  // they were about the text before; `write` looks at it again
    state.message?.asksReason = false
    counting?.cancel()
    counting = Task { [weak self, core] in
      let counter = await Task.detached { try? core.countMessage(channel: channel, text: text) }.value
      guard let self, !Task.isCancelled, state.message?.text == text, let counter else { return }
      state.message?.counter = counter
    }
  }

  /// Waits until the newest text was counted.
  public func settled() async { await counting?.value }

  /// Has the core look at the message, and opens the chat with it. Where something speaks against it, that is shown, and a
  /// reason is asked for.
  public func write() async {
    guard let message = state.message else { return }
    let channel = message.card.channel
    let subject = message.subject.isEmpty ? nil : message.subject
    do {
      let checked = try await core.checkMessage(
        id: id, channel: channel, subject: subject, text: message.text,
        sendAnyway: message.asksReason ? message.reason : nil)
      state.message?.counter = checked.counter
      state.message?.notes = checked.notes
      state.trouble = nil
      guard let action = checked.launch else {
        state.message?.asksReason = true
        return
      }
      guard await action.carryOut(with: launch, draft: message.text) else {
        state.message?.wasRefused = true
        return
      }
      // With a reason the core has noted it already.
      if !message.asksReason {
        _ = try await core.recordOutcome(id: id, channel: channel, outcome: .opened, text: message.text)
      }
      state.message = nil
    } catch { state.trouble = Trouble(error) }
    await load()
  }

  /// What came of it: sent or not, answered or not; also of one that was written elsewhere.
  public func record(_ outcome: MessageOutcome, on channel: ChannelKind) async {
    await show {
      let result = try await self.core.recordOutcome(id: self.id, channel: channel, outcome: outcome)
      self.state.said = Said(text: result.text, undo: result.undo)
      return result.contact
    }
    await changed()
  }

  private func show(_ read: () async throws -> ContactScreen) async {
    do {
      state.screen = try await read()
      if state.ledger != nil { state.ledger = try await core.ledger(id: id) }
      state.trouble = nil
    } catch { state.trouble = Trouble(error) }
  }
}
