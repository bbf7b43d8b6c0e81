import Foundation
import JustMetCore
import XCTest

private let toronto = TzSnapshot(zoneId: "America/Toronto", offsetAtStartS: -5 * 3600, transitions: [])

private struct ClockStopped: Error {}

private final class TestClock: Clock, @unchecked Sendable {
  var ms: Int64 = 1_795_476_600_000
  var fails = "never"

  func nowMs() throws -> Int64 {
    switch fails {
    case "typed": throw ShellError.Failed(reason: "the clock stopped")
    case "foreign": throw ClockStopped()
    default: return ms
    }
  }

  func timeZone() throws -> TzSnapshot { toronto }
}

private struct DeviceLocked: Error {}

private final class TestKeys: KeyStore, @unchecked Sendable {
  let fails: Bool

  init(fails: Bool) { self.fails = fails }

  func databaseKey() throws -> Data {
    if fails { throw DeviceLocked() }
    return Data(count: 32)
  }

  func headerSalt() throws -> Data? { nil }
}

private final class Heard: ChangeListener, @unchecked Sendable {
  let throwing: Bool
  private let lock = NSLock()
  private var heard: [Change] = []

  init(throwing: Bool) { self.throwing = throwing }

  var changes: [Change] { lock.withLock { heard } }

  func changed(change: Change) throws {
    lock.withLock { heard.append(change) }
    if throwing { throw ClockStopped() }
  }
}

/// An enum value's name, as all three languages write it: lower case, without underscores.
private func plain<T>(_ value: T?) -> String? {
  value.map { String(describing: $0).lowercased() }
}

/// Holds the conversation of conversation.json with the core, through the Swift bindings.
final class ConversationTests: XCTestCase {
  private let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).db").path
  private let clock = TestClock()
  private var heard = Heard(throwing: false)
  private var core: JustMet!

  private func perform(_ step: Step) async throws -> [String: Any?] {
    switch step.text("do") {
    case "open": core = try JustMet.open(config: Config(path: path, language: .en, region: "CA", platform: .desktop), clock: clock)
    case "open_encrypted":
      let config = Config(path: path, language: .en, region: "CA", platform: .desktop)
      core = try JustMet.openEncrypted(config: config, clock: clock, keys: TestKeys(fails: step.flag("fails")))
    case "salvage":
      let saved = try salvage(config: Config(path: path, language: .en, region: "CA", platform: .desktop), clock: clock, keys: nil)
      return ["contacts": Int(saved.contacts), "nameless": Int(saved.nameless)]
    case "can_encrypt": return ["can": try canEncrypt()]
    case "change_key":
      let config = Config(path: path, language: .en, region: "CA", platform: .desktop)
      return ["is_encrypted": try changeKey(config: config, from: nil, to: TestKeys(fails: false)).isEncrypted]
    case "close": core = nil
    case "now": clock.ms = Int64(step.number("ms"))
    case "clock_fails": clock.fails = step.text("how")
    case "listen":
      heard = Heard(throwing: step.flag("throws"))
      try core.setListener(listener: heard)
    case "heard":
      let changes = heard.changes
      return ["count": changes.count, "last_kind": plain(changes.last?.kind), "last_contact": changes.last?.contactId]
    case "preview":
      let preview = try core.preview(line: step.text("line"), mode: .typed, edits: edits(step))
      let (first, last) = (preview.chips.first!, preview.chips.last!)
      return [
        "first_chip": plain(first.field), "first_text": first.text, "first_start": Int(first.start), "first_end": Int(first.end),
        "last_chip": plain(last.field), "last_text": last.text, "last_start": Int(last.start), "last_end": Int(last.end),
        "reminder": preview.followUp?.text, "chips": preview.chips.count,
      ]
    case "ask":
      let languages: [String: Language] = ["de": .de, "en": .en]
      let card = try core.ask(language: languages[step.text("language")]!)
      return ["question": card.question, "channels": card.channels.count, "languages": card.languages.count]
    case "answer":
      let kinds: [String: ChannelKind] = ["email": .email, "whatsapp": .whatsApp]
      return ["text": try core.answer(channel: kinds[step.text("channel")]!, address: step.text("address"))]
    case "labels": return ["text": try core.labels()[step.text("key")]]
    case "event_today": return ["event": try await core.eventToday()]
    case "save":
      let saved = try await core.save(line: step.text("line"), mode: .typed, edits: edits(step))
      let (followUp, suggestion) = (saved.followUp, saved.suggestion)
      return [
        "contact_id": saved.contact.id, "name": saved.contact.name, "org": saved.contact.org,
        "channel": plain(suggestion.channel), "headline": suggestion.headline, "ask": suggestion.ask,
        "runner_up": plain(suggestion.runnerUp?.channel),
        "follow_up_id": followUp?.id, "due": followUp?.due, "generation": followUp.map { Int($0.generation) },
        "phase": plain(followUp?.phase), "unsure": saved.unsure.count, "undo": saved.undo.token,
      ]
    case "save_many":
      let core = self.core!
      let lines = (0..<step.number("count")).map { step.text("line").replacingOccurrences(of: "{n}", with: "\($0)") }
      let ids = try await withThrowingTaskGroup(of: String.self) { group in
        for line in lines { group.addTask { try await core.save(line: line, mode: .typed, edits: []).contact.id } }
        var ids: [String] = []
        for try await id in group { ids.append(id) }
        return ids
      }
      return ["saved": ids.count, "distinct": Set(ids).count]
    case "home":
      let home = try await core.home()
      return [
        "inbox": home.inbox.count, "recent": home.recent.count, "next_title": home.next?.title,
        "heading": home.recentSections.first?.heading,
      ]
    case "search":
      let result = try await core.search(text: step.text("text"))
      let first = result.hits.first
      let mark = first?.marks.first
      return [
        "count": result.hits.count, "first_name": first?.row.name, "forgiven": result.isForgiven,
        "mark": plain(mark?.text), "start": mark.map { Int($0.start) }, "end": mark.map { Int($0.end) },
        "found_in": first?.foundIn?.text, "add": result.add?.label,
      ]
    case "interrupt":
      try core.interrupt()
    case "page":
      let orders: [String: PeopleOrder] = ["recent": .recent, "name": .name, "event": .event, "due": .due]
      let page = try await core.page(
        cursor: step.maybe("cursor"), order: step.maybe("order").flatMap { orders[$0] }, event: step.maybe("event"))
      return [
        "rows": page.rows.count, "first_name": page.rows.first?.name, "next": page.next,
        "heading": page.sections.first?.heading, "people": page.people.map { Int($0) },
      ]
    case "contact":
      let contact = try await core.contact(id: step.text("id"))
      return [
        "name": contact.name, "addresses": contact.addresses.count, "promises": contact.promises.count,
        "promise": contact.promises.first?.what, "raw_line": contact.rawLines.first,
      ]
    case "suggestion":
      let card = try await core.suggestion(id: step.text("id"))
      return ["channel": plain(card.channel), "reason": plain(card.reasons.first?.kind)]
    case "reconcile":
      let plan = try await core.reconcile(os: osView(step))
      return [
        "show": plan.show.count, "title": plan.show.first?.title, "wake_at_ms": plan.wakeAtMs.map { Int($0) },
        "schedule": plan.schedule.count, "fire_ms": plan.schedule.first.map { Int($0.fireMs) },
        "alert": plan.schedule.first?.reminder.alert,
        "dismiss": plan.dismiss.count, "cancel": plan.cancel.count, "problems": plan.problems.count,
      ]
    case "acknowledge":
      let slot = Slot(identifier: step.text("follow_up"), generation: UInt32(step.number("generation")))
      try await core.acknowledge(step: .shown(slots: [slot]))
    case "act":
      let verb: Verb =
        switch step.text("verb") {
        case "done": .done
        case "let_go": .letGo
        default: .snooze(until: step.maybe("until"))
        }
      let result = try await core.act(followUp: step.text("follow_up"), generation: UInt32(step.number("generation")), verb: verb)
      return [
        "applied": result.applied, "generation": Int(result.followUp.generation), "due": result.followUp.due,
        "phase": plain(result.followUp.phase), "undo": result.undo?.token,
      ]
    case "prefer":
      let stances: [String: Stance] = ["preferred": .preferred, "refused": .refused]
      let contact = try await core.prefer(
        id: step.text("id"), channel: channel(step), stance: stances[step.text("stance")], hours: step.maybe("hours"), address: step.maybe("address"))
      return [
        "channel": plain(contact.suggestion.channel), "headline": contact.suggestion.headline, "choices": contact.channels.count,
        "hours": contact.suggestion.hours, "wishes": contact.wishes.count, "addresses": contact.addresses.count,
      ]
    case "message":
      let card = try await core.message(
        id: step.text("id"), channel: step.maybe("channel") == nil ? nil : channel(step),
        language: step.maybe("language").map { language($0) })
      return [
        "channel": plain(card.channel), "subject": card.subject, "text": card.text, "notes": card.notes.count,
        "asks_for": card.asksFor, "launches": card.launch != nil, "language": plain(card.language),
      ]
    case "count_message":
      let counter = try core.countMessage(channel: channel(step), text: step.text("text"))
      return ["used": Int(counter.used), "limit": counter.limit.map { Int($0) }, "fits": counter.fits]
    case "check_message":
      let checked = try await core.checkMessage(
        id: step.text("id"), channel: channel(step), subject: nil, text: step.text("text"),
        sendAnyway: step.maybe("send_anyway"))
      return ["notes": checked.notes.count, "first_note": plain(checked.notes.first?.kind), "launches": checked.launch != nil]
    case "record_outcome":
      let outcomes: [String: MessageOutcome] = [
        "sent": .sent, "not_sent": .notSent, "replied": .replied, "no_answer": .noAnswer,
      ]
      let result = try await core.recordOutcome(
        id: step.text("id"), channel: channel(step), outcome: outcomes[step.text("outcome")]!, text: step.maybe("text"))
      return [
        "applied": result.applied, "phase": plain(result.contact.followUp?.phase), "messages": result.contact.messages.count,
        "undo": result.undo?.token,
      ]
    case "learned":
      let learned = try await core.learned()
      return ["rates": learned.rates.count, "first": learned.rates.first?.text]
    case "forget_learned": try await core.forgetLearned()
    case "keep_promise":
      let promise = try await core.contact(id: step.text("id")).promises.first!
      let contact = try await core.keepPromise(promise: promise.id, kept: step.flag("kept"))
      return ["kept": contact.promises.first!.kept]
    case "set_language": try await core.setLanguage(id: step.text("id"), language: language(step.text("language")))
    case "my_name": return ["name": try await core.myName()]
    case "set_my_name": try await core.setMyName(name: step.text("name"))
    case "say": return ["text": try core.say(key: step.text("key"))]
    case "ledger":
      let lines = try await core.ledger(id: step.text("id"))
      return [
        "events": lines.map(\.event).joined(separator: " "), "first_text": lines.first?.text,
        "last_generation": lines.last.map { Int($0.generation) },
      ]
    case "later_choices":
      let choices = try core.laterChoices()
      return [
        "labels": choices.map(\.label).joined(separator: ", "), "until": choices.map(\.until).joined(separator: " "),
        "due_text": choices.first?.dueText,
      ]
    case "settings": return drawn(try await core.settings())
    case "set_settings":
      let days = step.maybe("weekend")?.split(separator: " ").map { UInt8($0)! }
      let holidays = step.text("holidays").split(separator: " ").map(String.init)
      let months = step.row["months"] == nil ? nil : UInt16(step.number("months"))
      let settings = Settings(weekend: days.map { Data($0) }, holidays: holidays, offerDeletionAfterMonths: months)
      return drawn(try await core.setSettings(settings: settings))
    case "deletion_offer": return drawn(try await core.deletionOffer())
    case "keep_offered": return drawn(try await core.keepOffered(id: step.text("id")))
    case "deletion_offer_choices":
      let choices = try await core.deletionOfferChoices()
      return [
        "labels": choices.map(\.label).joined(separator: ", "),
        "set": choices.filter(\.isSet).map(\.label).joined(separator: " "),
      ]
    case "deletion_offer_shown": try await core.deletionOfferShown()
    case "keep_all_offered": try await core.keepAllOffered()
    case "undo": return ["contact_id": try await core.undo(token: step.text("token")).contactId]
    case "check":
      let found = try await core.check()
      return ["whole": found.whole, "contacts": Int(found.contacts), "faults": found.faults.count]
    case "export": return ["text": try await core.exportJson()]
    case "import":
      let imported = try await core.importJson(text: step.text("text"))
      return ["added": Int(imported.added), "already_here": Int(imported.alreadyHere)]
    case "backup":
      let made = try await core.backup(path: "\(path).\(step.text("file"))", passphrase: step.text("passphrase"))
      return ["contacts": Int(made.contacts)]
    case "is_sealed": return ["sealed": try core.backupIsSealed(path: "\(path).\(step.text("file"))")]
    case "restore":
      let restored = try await core.restore(path: "\(path).\(step.text("file"))", passphrase: step.text("passphrase"))
      return ["contacts": Int(restored.contacts)]
    case "forget": return ["undo": try await core.forget(id: step.text("id")).undo?.token]
    case "forget_now": return ["undo": try await core.forgetNow(id: step.text("id")).undo?.token]
    case "panic": try panicOnPurpose()
    case let action: XCTFail("there is no action \(action)")
    }
    return [:]
  }

  private func channel(_ step: Step) -> ChannelKind {
    let kinds: [String: ChannelKind] = ["email": .email, "whatsapp": .whatsApp, "linkedin": .linkedIn]
    return kinds[step.text("channel")]!
  }

  private func language(_ code: String) -> Language {
    let languages: [String: Language] = ["en": .en, "fr": .fr, "es": .es, "de": .de, "pt": .pt]
    return languages[code]!
  }

  private func drawn(_ settings: Settings) -> [String: Any?] {
    [
      "weekend": settings.weekend.map { $0.map(String.init).joined(separator: " ") },
      "holidays": settings.holidays.joined(separator: " "), "months": settings.offerDeletionAfterMonths.map { Int($0) },
    ]
  }

  private func drawn(_ offer: DeletionOffer) -> [String: Any?] {
    let first = offer.people.first
    return [
      "text": offer.text, "is_new": offer.isNew, "people": offer.people.count, "more": Int(offer.more),
      "first_name": first?.contact.name, "met": first?.met, "met_on": first?.metOn,
    ]
  }

  /// The taps on chips: field, place, and what was done.
  private func edits(_ step: Step) -> [ChipEdit] {
    let fields: [String: CaptureField] = ["name": .name, "org": .org, "channel": .channel, "hours": .hours, "follow_up": .followUp]
    return step.list("edits").map { edit in
      let change: ChipChange =
        (edit["text"] as? String).map { .replace(text: $0) } ?? (edit["change"] as! String == "drop" ? .drop : .confirm)
      let (start, end) = (edit["start"] as! Int, edit["end"] as! Int)
      return ChipEdit(field: fields[edit["field"] as! String]!, start: UInt32(start), end: UInt32(end), change: change)
    }
  }

  /// What the system holds, as the step says it.
  private func osView(_ step: Step) -> OsView {
    let slots = step.list("showing").map { slot in
      Slot(identifier: step.resolve(slot["id"]!) as! String, generation: UInt32(slot["generation"] as! Int))
    }
    let permission: Permission = step.flag("may_notify", otherwise: true) ? .granted : .denied
    let device = Device(install: "here", uptimeMs: nil, boot: nil)
    switch step.maybe("os") {
    case "android": 
      return .android(
        showing: slots, digest: [], permission: permission, backgroundRestricted: false, reasons: [], device: device)
    case "ios": return .ios(pending: [], delivered: slots, permission: permission, device: device)
    default: return .terminal
    }
  }

  func testConversation() async throws {
    let table = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../conversation.json")
    let steps = try JSONSerialization.jsonObject(with: Data(contentsOf: table)) as! [[String: Any]]
    var kept: [String: Any] = [:]
    for (index, row) in steps.enumerated() {
      let step = Step(row: row, kept: kept)
      let label = "step \(index + 1): \(step.text("say"))"
      let answer: [String: Any?]
      do {
        answer = try await perform(step)
      } catch {
        let (kind, explanation) = fault(error)
        XCTAssertEqual(step.maybe("error"), kind, "\(label): \(error)")
        if let expected = step.maybe("explanation") { XCTAssertEqual(expected, explanation, label) }
        continue
      }
      XCTAssertNil(step.maybe("error"), "\(label): no error, but \(answer)")
      for (key, value) in step.members("expect") {
        let (found, expected) = (describe(answer[key] ?? nil), describe(step.resolve(value)))
        XCTAssertEqual(found, expected, "\(label): \(key)")
      }
      for (name, key) in step.members("keep") { kept[name] = answer[key as! String] ?? nil }
    }
    print("swift: \(steps.count) steps held")
  }

  /// What kind of error it is, and what it says to the person.
  private func fault(_ error: Error) -> (String, String?) {
    switch error {
    case JustMetError.Invalid(let explanation): return ("invalid", explanation)
    case JustMetError.NotFound(let explanation): return ("notfound", explanation)
    case JustMetError.Shell(let explanation): return ("shell", explanation)
    case is JustMetError: return (String(describing: error), nil)
    default: return (String(describing: error).contains("on purpose") ? "panic" : String(describing: error), nil)
    }
  }

  private func describe(_ value: Any?) -> String {
    switch value {
    case nil, is NSNull: return "null"
    case let flag as Bool where type(of: value!) == Bool.self || Truth.isBoolean(value!): return flag ? "true" : "false"
    case let number as NSNumber: return number.stringValue
    case let some?: return String(describing: some)
    }
  }
}

/// JSON's true and false can arrive as `NSNumber`.
private enum Truth {
  static func isBoolean(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return String(cString: number.objCType) == "c"
  }
}

/// One row of the table; `$name` stands for what an earlier step kept.
private struct Step {
  let row: [String: Any]
  let kept: [String: Any]

  func resolve(_ value: Any) -> Any? {
    guard let name = value as? String, name.hasPrefix("$") else { return value }
    return kept[String(name.dropFirst())] ?? value
  }

  func maybe(_ key: String) -> String? { row[key].flatMap(resolve) as? String }
  func text(_ key: String) -> String { maybe(key) ?? "" }
  func number(_ key: String) -> Int { row[key] as? Int ?? 0 }
  func flag(_ key: String, otherwise: Bool = false) -> Bool { row[key] as? Bool ?? otherwise }
  func list(_ key: String) -> [[String: Any]] { row[key] as? [[String: Any]] ?? [] }
  func members(_ key: String) -> [String: Any] { row[key] as? [String: Any] ?? [:] }
}
