import Foundation
import JustMetKit
import Testing

private final class TestClock: Clock, @unchecked Sendable {
  var ms: Int64 = 1_795_476_600_000
  func nowMs() throws -> Int64 { ms }
  func timeZone() throws -> TzSnapshot { TzSnapshot(zoneId: "America/Toronto", offsetAtStartS: -18_000, transitions: []) }
}

private actor FakeCenter: NotificationCenterPort {
  var waiting: [NotificationRequest] = []
  var shown: [NotificationRequest] = []
  func mayNotify() -> Bool { true }
  func pending() -> [HeldNotification] { waiting.map { held($0) } }
  func delivered() -> [HeldNotification] { shown.map { held($0) } }
  func add(_ request: NotificationRequest) {
    waiting.removeAll { $0.identifier == request.identifier }
    if request.fireMs == nil { shown.append(request) } else { waiting.append(request) }
    waiting = waiting.suffix(64)  // the system keeps the last 64 added
  }
  func removePending(_ ids: [String]) { waiting.removeAll { ids.contains($0.identifier) } }
  func removeDelivered(_ ids: [String]) { shown.removeAll { ids.contains($0.identifier) } }
  func fire(until ms: Int64) {
    shown += waiting.filter { ($0.fireMs ?? 0) <= ms }
    waiting.removeAll { ($0.fireMs ?? 0) <= ms }
  }
  private func held(_ it: NotificationRequest) -> HeldNotification {
    HeldNotification(identifier: it.identifier, generation: it.generation, fireMs: it.fireMs ?? 0)
  }
}

@MainActor @Suite struct FromLineToDone {
  private let clock = TestClock()
  private let center = FakeCenter()
  private let core: JustMet
  private let reminders: ReminderScheduler
  private let capture: CaptureModel

  init() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).db").path
    core = try JustMet.open(config: Config(path: path, language: .en, region: "CA", platform: .ios), clock: clock)
    reminders = ReminderScheduler(core: core, center: center)
    capture = CaptureModel(core: core, reminders: reminders)
  }

  private func save() async throws -> Saved {
    capture.type("Priya, Acme, prefers WhatsApp 514 555 0142, slides, Tue")
    #expect(capture.preview?.chips.contains { $0.field == .name && $0.text == "Priya" } == true)
    await capture.save()
    guard case .saved(let saved) = capture.state else { throw ShellError.Failed(reason: "\(capture.state)") }
    return saved
  }

  @Test func remindsOnceAndDoneTakesItDown() async throws {
    let saved = try await save()
    #expect(capture.line.isEmpty)
    #expect(saved.suggestion.channel == .whatsApp)
    #expect(!saved.suggestion.reasons.isEmpty)
    let followUp = try #require(saved.followUp)
    let planned = await center.waiting
    #expect(planned.map(\.identifier) == ["fu/\(followUp.id)"])

    clock.ms = try #require(planned.first?.fireMs) + 60_000
    await center.fire(until: clock.ms)
    try await reminders.sync()
    #expect(await center.shown.count == 1)
    #expect(try await core.home().inbox.count == 1)

    #expect(try await core.act(followUp: followUp.id, generation: followUp.generation, verb: .done).applied)
    try await reminders.sync()
    #expect(await center.shown.isEmpty)
    #expect(await center.waiting.isEmpty)
    let again = try await core.act(followUp: followUp.id, generation: followUp.generation, verb: .done)
    #expect(!again.applied)
    #expect(again.text == "Already handled.")
  }

  @Test func undoTakesThePersonAndTheReminderBack() async throws {
    _ = try await save()
    await capture.undo()
    #expect(capture.state == .editing)
    #expect(await center.waiting.isEmpty)
    #expect(try await core.home().recent.isEmpty)
  }

  @Test func anEmptyLineIsAState() async {
    await capture.save()
    guard case .failed(let why) = capture.state else { Issue.record("\(capture.state)"); return }
    #expect(!why.isEmpty && !why.contains("JustMetError"))
  }

  @Test func homeAndContactShowWhatWasSaved() async throws {
    let saved = try await save()
    let home = HomeModel(core: core, reminders: reminders)
    await home.load()
    guard case .shown(let screen) = home.state else { Issue.record("\(home.state)"); return }
    #expect(screen.recent.map(\.id) == [saved.contact.id])

    let contact = ContactModel(id: saved.contact.id, core: core)
    await contact.prefer(.whatsApp, .refused)
    guard case .shown(let refused) = contact.state else { Issue.record("\(contact.state)"); return }
    #expect(refused.suggestion.channel != .whatsApp)

    let followUp = try #require(saved.followUp)
    await home.act(followUp, .done)
    #expect(await center.waiting.isEmpty)
    await home.act(followUp, .done)
    #expect(home.said == "Already handled.")
  }

  @Test func aPersonWhoIsGoneIsAState() async throws {
    let saved = try await save()
    await capture.undo()
    let contact = ContactModel(id: saved.contact.id, core: core)
    await contact.load()
    guard case .failed = contact.state else { Issue.record("\(contact.state)"); return }
  }
}
