import Foundation
import JustMetKit
import JustMetTestSupport
import Testing

/// One reminder, whatever the system forgets.
@MainActor @Suite struct SchedulerTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  private func reminding(_ core: JustMet) -> ReminderScheduler {
    ReminderScheduler(core: core, center: phone.center, device: Installation.of(phone.keychain))
  }

  @Test func aSecondRunAddsNothing() async throws {
    let screens = try await phone.start()
    try await screens.save()
    #expect(await phone.center.added.count == 1)
    await screens.reminding.refresh()
    await screens.reminding.refresh()
    #expect(await phone.center.added.count == 1)
  }

  @Test func aRelaunchAddsNothing() async throws {
    try await phone.start().save()
    _ = try await phone.start()
    #expect(await phone.center.added.count == 1)
    #expect(await phone.center.waiting.count == 1)
  }

  @Test func whatFiredAndWasSwipedNeverComesAgain() async throws {
    let screens = try await phone.start()
    try await screens.save()
    phone.clock.ms = try #require(await phone.center.waiting.first?.fireMs) + 1000
    await phone.center.fire(until: phone.clock.ms)
    await phone.center.swipe()
    let again = try await phone.start()
    #expect(again.home.state.screen?.inbox.count == 1)  // the inbox has it still
    phone.clock.ms += 3_600_000
    await again.reminding.refresh()
    #expect(await phone.center.shown.isEmpty)
    #expect(await phone.center.waiting.isEmpty)
  }

  /// An evening's people are due in one minute: one sound, however many, and never none.
  @Test func ofOneMinuteOneMakesTheSound() async throws {
    let screens = try await phone.start()
    for name in ["Ana", "Bo", "Cleo"] { try await screens.save("\(name), slides, Tue") }
    let sounds = { await phone.center.waiting.filter(\.alert).map(\.identifier) }
    #expect(await phone.center.waiting.count == 3)
    let loud = try #require(await sounds().first)
    #expect(await sounds().count == 1)
    let row = try #require(screens.home.state.recent.first { "fu/" + ($0.followUp?.id ?? "") == loud })
    await screens.home.act(try #require(row.followUp), .done)
    #expect(await phone.center.waiting.count == 2)
    let left = await sounds()
    #expect(left.count == 1 && left.first != loud)
    let added = await phone.center.added.count
    await screens.reminding.refresh()
    #expect(await phone.center.added.count == added)
  }

  @Test func refusedLeaveIsAHintInTheApp() async throws {
    let refusing = try Phone(leave: .notAsked, answer: .refused)
    let screens = try await refusing.start()
    #expect(screens.reminding.hint == nil || !screens.reminding.asks)
    try await screens.save()
    #expect(screens.reminding.asks)
    await screens.reminding.ask()
    #expect(!screens.reminding.asks)
    let hint = try #require(screens.reminding.hint)
    #expect(!hint.isEmpty)
    // Kept in step all the same: leave may be given in the settings.
    #expect(await refusing.center.waiting.count == 1)
    screens.reminding.dismissHint()
    #expect(screens.reminding.hint == nil)
    #expect(try await refusing.start().reminding.hint == nil)
  }

  @Test func leaveIsAskedOnceAndOnlyForAReminder() async throws {
    let asking = try Phone(leave: .notAsked, answer: .given)
    let screens = try await asking.start()
    try await screens.save("Priya, Acme, no follow up")
    #expect(!screens.reminding.asks)
    try await screens.save()
    #expect(screens.reminding.asks)
    await screens.reminding.ask()
    #expect(screens.reminding.hint == nil)
    try await screens.save("Tom, Acme, tom@acme.example")
    #expect(!screens.reminding.asks)
  }

  @Test func notNowSaysWhereRemindersAre() async throws {
    let asking = try Phone(leave: .notAsked)
    let screens = try await asking.start()
    try await screens.save()
    await screens.reminding.decline()
    #expect(!screens.reminding.asks)
    #expect(screens.reminding.hint?.isEmpty == false)
  }

  @Test func aCentreThatFailsIsSaidAndTriedAgain() async throws {
    let screens = try await phone.start()
    await phone.center.fail(Trouble(kind: .fault, explanation: "the centre is gone"))
    try await screens.save()
    #expect(screens.reminding.fault == "the centre is gone")
    #expect(screens.home.state.recent.count == 1)
    await phone.center.fail(nil)
    await screens.reminding.refresh()
    #expect(screens.reminding.fault == nil)
    #expect(await phone.center.waiting.count == 1)
  }

  @Test func onlyWhatIsOursIsLookedAt() async throws {
    let other = NotificationRequest(
      identifier: "other", generation: 0, contact: "", title: "", body: "", write: "", alert: true, fireMs: 1)
    try await phone.center.add(other)
    try await phone.start().save()
    #expect(await phone.center.waiting.count == 2)
  }

  @Test func twoRunsAtOnceAddOnce() async throws {
    let core = try phone.core()
    _ = try await core.save(line: "Priya, slides, Tue", mode: .typed, edits: [])
    let scheduler = reminding(core)
    async let one = scheduler.sync()
    async let two = scheduler.sync()
    _ = try await (one, two)
    #expect(await phone.center.added.count == 1)
  }

  /// Ninety people, far and near mixed: what the system keeps of them is what comes next.
  @Test func theNearestAreAmongThoseTheSystemKeeps() async throws {
    let core = try phone.core()
    for number in 0..<90 {
      let day = (number * 37) % 90 + 1
      _ = try await core.save(line: "Guest \(number), slides, in \(day) days", mode: .typed, edits: [])
    }
    try await reminding(core).sync()
    let dues = try await dues(core)
    let kept = await phone.center.waiting.compactMap(\.fireMs).sorted()
    #expect(kept.count <= 64 && kept.count >= 50)
    #expect(Array(kept.prefix(40)) == Array(dues.prefix(40)))
    let people = await phone.center.added.filter { !$0.contact.isEmpty }.compactMap(\.fireMs)
    #expect(people == people.sorted(by: >))
    // One request stands for the rest.
    let sentinel = await phone.center.waiting.filter { $0.contact.isEmpty }
    #expect(sentinel.count == 1 && sentinel.first?.write == "")
    try await reminding(core).sync()
    #expect(await phone.center.added.filter { !$0.contact.isEmpty }.count == people.count)
  }

  private func dues(_ core: JustMet) async throws -> [Int64] {
    var rows: [ContactRow] = []
    var cursor: String?
    repeat {
      let page = try await core.page(cursor: cursor)
      rows += page.rows
      cursor = page.next
    } while cursor != nil
    let format = DateFormatter()
    format.timeZone = TimeZone(secondsFromGMT: -18_000)
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "yyyy-MM-dd'T'HH:mm"
    return rows.compactMap { $0.followUp.flatMap { format.date(from: $0.due) } }
      .map { Int64($0.timeIntervalSince1970 * 1000) }.sorted()
  }

  @Test func endingBetweenAddAndAcknowledgeLosesNothingAndAddsNothingTwice() async throws {
    let watched = WatchedCore(try phone.core())
    _ = try await watched.save(line: "Priya, slides, Tue", mode: .typed, edits: [])
    watched.fail("acknowledge")
    await #expect(throws: JustMetError.self) { try await reminding(watched).sync() }
    #expect(await phone.center.waiting.count == 1)

    // The next start finds it waiting, and is content.
    let again = try await phone.start()
    #expect(again.reminding.fault == nil)
    #expect(await phone.center.added.count == 1)
    phone.clock.ms = try #require(await phone.center.waiting.first?.fireMs)
    await phone.center.fire(until: phone.clock.ms)
    await again.reminding.refresh()
    #expect(await phone.center.shown.count == 1)
    #expect(await phone.center.added.count == 1)
  }

  /// What fell due while the system had none of it is shown at once; the process ends before that is written down.
  @Test func endingBetweenShowAndAcknowledgeShowsItOnce() async throws {
    let core = try phone.core()
    _ = try await core.save(line: "Priya, slides, Tue", mode: .typed, edits: [])
    phone.clock.ms += 20 * 3_600_000
    await phone.center.endAfterAdding()
    await #expect(throws: Ended.self) { try await reminding(core).sync() }
    #expect(await phone.center.shown.count == 1)
    try await reminding(core).sync()
    try await reminding(core).sync()
    #expect(await phone.center.added.count == 1)
    // Swiped away after that: it stays away.
    await phone.center.swipe()
    _ = try await phone.start()
    #expect(await phone.center.added.count == 1)
  }

  @Test func whatStandsInTheInboxNeedsNoNotification() async throws {
    let refusing = try Phone(leave: .refused)
    let screens = try await refusing.start()
    try await screens.save()
    refusing.clock.ms = try #require(await refusing.center.waiting.first?.fireMs) + 60_000
    await refusing.center.fire(until: refusing.clock.ms)
    await screens.home.load()
    #expect(screens.home.state.screen?.inbox.count == 1)
    await screens.home.seen()
    await screens.home.load()
    #expect(screens.home.state.screen?.inbox.first?.followUp.phase == .delivered)
    await screens.home.seen()  // nothing new
    _ = try await refusing.start()
    #expect(await refusing.center.added.count == 1)
  }

  /// The file on another phone, with its key: what was due there reminds of nothing here.
  @Test func aRestoredFileIsNoReasonToRemind() async throws {
    try await phone.start().save()
    let other = try Phone()
    for name in ["justmet.db", "justmet.db-wal"] {
      let from = phone.folder.appendingPathComponent(name)
      guard FileManager.default.fileExists(atPath: from.path) else { continue }
      try FileManager.default.copyItem(at: from, to: other.folder.appendingPathComponent(name))
    }
    try other.keychain.write("database-key", try DatabaseKeys(phone.keychain).databaseKey())
    other.clock.ms = phone.clock.ms + 20 * 3_600_000
    let screens = try await other.start()
    #expect(screens.home.state.screen?.inbox.count == 1)
    #expect(await other.center.added.isEmpty)
  }

  @Test func anInstallationKeepsItsIdAndMakesNoneWhileLocked() throws {
    let keychain = MemoryKeychain()
    keychain.isLocked = true
    #expect(Installation.of(keychain).device().install == "")
    keychain.isLocked = false
    let install = Installation.of(keychain).device().install
    #expect(!install.isEmpty)
    #expect(Installation.of(keychain).device().install == install)
  }
}
