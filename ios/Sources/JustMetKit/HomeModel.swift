import JustMetCore
import Observation

/// The first screen at one moment.
public struct HomeState: Equatable, Sendable {
  /// None until it was read.
  public internal(set) var screen: HomeScreen?
  /// Whom one met lately, as far as was scrolled.
  public internal(set) var recent: [ContactRow] = []
  var sections: [PeopleSection] = []
  var next: String?
  public internal(set) var query = ""
  /// None while nothing is searched for.
  public internal(set) var found: SearchResult?
  /// What became of the last tap, and how to take it back.
  public internal(set) var said: Said?
  /// The choices for one that is put off.
  public internal(set) var later: LaterOffer?
  /// The one that is put off to a day of the person's own choice, while they choose.
  public internal(set) var picksDay: FollowUpCard?
  /// Whom to keep or to forget, in a sentence; none where nobody new is offered.
  public internal(set) var offer: String?
  public internal(set) var trouble: Trouble?

  public init() {}

  public var hasMore: Bool { next != nil }
  public var isEmpty: Bool { screen != nil && recent.isEmpty && screen?.inbox.isEmpty == true }
  /// Those met at the same event one after the other stand together, under its name and how many were met there.
  public var groups: [EventGroup] {
    let ends = sections.dropFirst().map { Int($0.firstRow) } + [recent.count]
    return zip(sections, ends).compactMap { section, end in
      let first = Int(section.firstRow)
      guard first < end, end <= recent.count else { return nil }
      let heading = section.event == nil ? nil : section.heading
      return EventGroup(event: section.event, heading: heading, rows: Array(recent[first..<end]))
    }
  }
}

/// People met at one event.
public struct EventGroup: Equatable, Sendable, Identifiable {
  public let event: String?
  /// "RustConf · 12 people"; none for those met at none.
  public let heading: String?
  public internal(set) var rows: [ContactRow]
  public var id: String { rows.first?.id ?? "" }
}

/// What a person who puts a reminder off is offered.
public struct LaterOffer: Equatable, Sendable {
  public let followUp: FollowUpCard
  public let choices: [LaterChoice]
}

/// What became of a tap.
public struct Said: Equatable, Sendable {
  public let text: String
  public let undo: UndoTicket?

  public init(text: String, undo: UndoTicket?) {
    (self.text, self.undo) = (text, undo)
  }
}

/// The first screen: what is due, then whom one met lately.
@MainActor @Observable
public final class HomeModel {
  public private(set) var state = HomeState()
  public let reminding: Reminding
  private let core: JustMet
  private let changed: @MainActor () async -> Void
  private var searching: Task<Void, Never>?
  private var isPaging = false

  /// `changed` is called after data changed.
  public init(core: JustMet, reminding: Reminding, changed: @escaping @MainActor () async -> Void) {
    (self.core, self.reminding, self.changed) = (core, reminding, changed)
  }

  /// One call. A newer one that overtakes it is as good.
  public func load() async {
    do {
      let screen = try await core.home()
      state.screen = screen
      (state.recent, state.sections, state.next) = (screen.recent, screen.recentSections, screen.recentNext)
      state.trouble = nil
    } catch { say(error) }
  }

  /// The next page of the list.
  public func more() async {
    guard let cursor = state.next, !isPaging else { return }
    isPaging = true  // a second call while this one runs would add the page twice
    defer { isPaging = false }
    do {
      let page = try await core.page(cursor: cursor)
      guard state.next == cursor else { return }  // the list was read anew meanwhile
      // Who follows the page before under the same heading needs it no second time.
      let before = UInt32(clamping: state.recent.count)
      let last = state.sections.last?.event
      for section in page.sections where section.firstRow > 0 || section.event != last || before == 0 {
        state.sections.append(
          PeopleSection(
            firstRow: section.firstRow + before, heading: section.heading, event: section.event, people: section.people)
        )
      }
      state.recent += page.rows
      state.next = page.next
    } catch { say(error) }
  }

  /// Each keystroke in the search; the last one wins.
  public func search(_ query: String) {
    state.query = query
    searching?.cancel()
    guard !query.allSatisfy(\.isWhitespace) else {
      state.found = nil
      return
    }
    searching = Task { [weak self, core] in
      do {
        let found = try await core.search(text: query)
        guard self?.state.query == query else { return }
        self?.state.found = found
      } catch { self?.say(error) }
    }
  }

  private func say(_ error: any Error) {
    let trouble = Trouble(error)
    if trouble.kind != .interrupted { state.trouble = trouble }
  }

  /// Waits until the last search was answered.
  public func settled() async { await searching?.value }

  /// The inbox was drawn: what stands in it needs no notification any more.
  public func seen() async {
    let rows = (state.screen?.inbox ?? []).filter { $0.followUp.phase == .planned }
    guard !rows.isEmpty else { return }
    let slots = rows.map { Slot(identifier: $0.followUp.id, generation: $0.followUp.generation) }
    // Where it cannot be noted they come as a notification too: no reason to say anything.
    guard (try? await core.acknowledge(step: .seenInInbox(slots: slots))) != nil else { return }
    await reminding.refresh()
  }

  public func offerLater(_ followUp: FollowUpCard) {
    do { state.later = LaterOffer(followUp: followUp, choices: try core.laterChoices()) } catch { say(error) }
  }

  public func closeLater() { state.later = nil }

  public func pickDay(_ followUp: FollowUpCard) { (state.later, state.picksDay) = (nil, followUp) }

  public func closeDay() { state.picksDay = nil }

  public func act(_ followUp: FollowUpCard, _ verb: Verb) async {
    (state.later, state.picksDay) = (nil, nil)
    do {
      let result = try await core.act(followUp: followUp.id, generation: followUp.generation, verb: verb)
      state.said = Said(text: result.text, undo: result.undo)
    } catch { state.trouble = Trouble(error) }
    await changed()
  }

  public func undo() async {
    guard let ticket = state.said?.undo else { return }
    do {
      state.said = Said(text: try await core.undo(token: ticket.token).text, undo: nil)
    } catch {
      state.said = nil
      state.trouble = Trouble(error)
    }
    await changed()
  }

  public func dismissSaid() { state.said = nil }

  /// Something that happened to the whole of it.
  func tell(_ text: String) { state.said = Said(text: text, undo: nil) }

  /// Looks whether somebody new may be forgotten, as the person set it; never before the list stands.
  func lookForOffer() async {
    let offer = try? await core.deletionOffer()
    state.offer = offer?.isNew == true ? offer?.text : nil
  }
}
