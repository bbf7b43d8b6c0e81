import Foundation
import JustMetKit
import JustMetTestSupport
import SwiftUI
import Testing

@testable import JustMetUI

/// Waits for what a button's task does.
@MainActor func eventually(_ what: Comment, _ holds: @MainActor () async throws -> Bool) async throws {
  for _ in 0..<1500 {
    if try await holds() { return }
    try await Task.sleep(for: .milliseconds(10))
  }
  Issue.record(what)
}

extension StubHost {
  /// What stands in a field.
  func value(of label: String) throws -> String? {
    try find(label) { $0.setText != nil }.modifiers.first { $0.name == "value" }?.value as? String
  }

  func shows(_ text: String) -> Bool { texts.contains { $0.contains(text) } }
}

/// The screens, driven as a person does, over the real library.
@MainActor @Suite(.serialized) struct ScreenTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  private func host(_ app: AppModel) async throws -> StubHost {
    await app.refresh()
    return StubHost(RootView(model: app))
  }

  private func settle(_ app: AppModel) async throws { await (try app.screens).capture.settled() }

  private static let line = "Priya Rao, Acme, prefers WhatsApp 514 555 0142, slides, Tue"

  @Test func typingChipsSavingTheList() async throws {
    let app = phone.app()
    let host = try await host(app)
    #expect(host.shows("Whom did you just meet?"))
    try host.tap("Add someone")
    #expect(throws: StubHost.Failure.self) { try host.tap("Save") }
    try host.type(Self.line, into: "What you know of them")
    try await settle(app)
    #expect(host.outline.contains("Name, Priya Rao"))
    #expect(host.all.contains { $0.label.hasPrefix("How to reach them, ") && $0.label.hasSuffix(", preferred") })
    #expect(host.shows("Tue 24 Nov 2026, 10:00"))
    #expect(host.unlabelled.isEmpty)

    try host.tap("Save")
    try await eventually("the field is empty and the way back is offered") {
      let line = try host.value(of: "What you know of them")
      return host.shows("Saved") && line == ""
    }
    try host.tap("Close")
    #expect(!host.outline.contains("sheet"))
    try await eventually("listed") { host.texts.contains("Priya Rao") && host.texts.contains("Acme") }
  }

  @Test func hoursAreShownBeforeAndAfterSaving() async throws {
    let app = phone.app()
    let host = try await host(app)
    try host.tap("Add someone")
    try host.type("Ana Roy, met at RustConf, prefers WhatsApp +1 514 555 0142 after 18h", into: "What you know of them")
    try await settle(app)
    #expect(host.outline.contains("Hours, after 18:00"))
    try host.tap("Save")
    try await eventually("saved") { host.shows("Saved") }
    try host.tap("Close")
    try await eventually("listed") { host.texts.contains("RustConf · 1 person") && host.texts.contains("Ana Roy") }
    // The heading names the event; the row does not say it again.
    #expect(!host.texts.contains("RustConf"))
    app.destination = .contact(id: try app.screens.home.state.recent[0].id)
    _ = host.nodes
    await host.settle()
    try await eventually("the person") { host.texts.contains("WhatsApp · told you · preferred · after 18:00") }
    #expect(host.shows("Hours they named: after 18:00"))
  }

  @Test func whatWasWrittenElsewhereIsNoted() async throws {
    let saved = try await phone.start().save("Priya Rao, WhatsApp 514 555 0142, priya@acme.example, Tue")
    let app = phone.app()
    let host = try await host(app)
    app.destination = .contact(id: saved.contact.id)
    _ = host.nodes
    await host.settle()
    try await eventually("the person") { host.outline.contains("How to reach them") }
    #expect(host.shows("How would you like to stay in touch?"))  // nothing is known of their wish
    try host.tap("What became of the reminder")
    try await eventually("told") { host.shows("Planned for Tue 24 Nov 2026, 10:00.") }
    let channel = try #require(saved.suggestion.channelName)
    try host.tap("I already got in touch (\(channel))")
    try await eventually("noted") { host.shows("The reminder is over.") && host.shows("18:30 · Done.") }
    let other = try #require(saved.suggestion.runnerUp?.channelName)
    try host.tap("Use that one: \(other)")
    try await eventually("a draft") { host.shows("Hi Priya") || host.outline.contains("Hi Priya") }
  }

  @Test func undoBringsTheLineBack() async throws {
    let app = phone.app()
    let host = try await host(app)
    try host.tap("Add someone")
    try host.type(Self.line, into: "What you know of them")
    try host.tap("Save")
    try await eventually("saved") { host.shows("Saved") }
    try host.tap("Undo")
    try await eventually("taken back") { !host.shows("Saved") }
    try await eventually("the line is back") { try app.screens.capture.state.line == Self.line }
    try await eventually("the reminder too") { await phone.center.waiting.isEmpty }
  }

  @Test func theKeyboardsKeySaves() async throws {
    let app = phone.app()
    let host = try await host(app)
    try host.tap("Add someone")
    try host.type("Priya", into: "What you know of them")
    try host.type("Priya\n", into: "What you know of them")
    try await eventually("saved") { host.shows("Saved") }
    try await eventually("listed") { try app.screens.home.state.recent.map(\.title) == ["Priya"] }
  }

  @Test func aChipIsEditedAndDropped() async throws {
    let app = phone.app()
    let host = try await host(app)
    try host.tap("Add someone")
    try host.type("Priya, call Tue or Wed", into: "What you know of them")
    try await settle(app)
    let unsure = try #require(host.all.first { $0.action != nil && $0.label.hasPrefix("Reminder, ") })
    #expect(unsure.label.hasSuffix("?, not sure, tap to confirm"))
    try host.tap(unsure.label)
    try await settle(app)
    let sure = try #require(host.all.first { $0.action != nil && $0.label.hasPrefix("Reminder, ") })
    #expect(sure.label.contains("Tue 24 Nov 2026") && !sure.label.contains("not sure"))
    try host.tap(sure.label)
    try host.type("2026-12-01", into: "Reminder")
    try host.tap("Apply")
    try await settle(app)
    #expect(host.shows("1 Dec 2026"))
    try host.tap("No reminder")
    try await settle(app)
    #expect(host.all.contains { $0.label == "Reminder, No reminder" })

    try host.tap("Name, Priya")
    try host.tap("Cancel")
    #expect(!host.outline.contains("TextField \"Name\""))
    try host.tap("Leave out Priya")
    try await settle(app)
    #expect(!host.all.contains { $0.label.hasPrefix("Name, ") })
  }

  @Test func whatCannotBeSavedStaysWithItsReason() async throws {
    let phone = phone
    nonisolated(unsafe) var watched: WatchedCore?
    let app = AppModel(config: phone.config, ports: phone.ports) { config, ports in
      let core = WatchedCore(
        try JustMet.openEncrypted(config: config, clock: ports.clock, keys: DatabaseKeys(ports.keychain)))
      watched = core
      return core
    }
    let host = try await host(app)
    try host.tap("Add someone")
    try host.type("Priya", into: "What you know of them")
    watched?.fail("save")
    try host.tap("Save")
    try await eventually("the reason") { host.shows("ended in save") }
    #expect(try host.value(of: "What you know of them") == "Priya")
    _ = try host.find("Try again")
  }

  @Test func leaveIsAskedWithItsReasonAndRefusalIsAHint() async throws {
    let refusing = try Phone(leave: .notAsked, answer: .refused)
    let app = refusing.app()
    let host = try await host(app)
    try host.tap("Add someone")
    try host.type(Self.line, into: "What you know of them")
    try host.tap("Save")
    try await eventually("the reason") { host.shows("May JustMet remind you once") }
    try host.tap("Yes")
    try await eventually("the hint") { (try? app.screens.reminding.hint) != nil }
    try host.tap("Close")
    _ = try host.find("Do not show again")
    try host.tap("Do not show again")
    #expect(throws: StubHost.Failure.self) { try host.find("Do not show again") }
  }

  @Test func fireWriteContactDone() async throws {
    let app = phone.app()
    let host = try await host(app)
    try host.tap("Add someone")
    try host.type(Self.line, into: "What you know of them")
    try host.tap("Save")
    try await eventually("saved") { host.shows("Saved") }
    try await eventually("handed over") { await phone.center.waiting.count == 1 }
    let waiting = try #require(await phone.center.waiting.first)
    phone.clock.ms = try #require(waiting.fireMs)
    await phone.center.fire(until: phone.clock.ms)

    await app.handle(
      NotificationTap(
        identifier: waiting.identifier, generation: waiting.generation, contact: waiting.contact, verb: .write))
    _ = host.nodes
    try await eventually("the person") {
      await host.settle()
      return host.shows("they asked for it")
    }
    #expect(!host.outline.contains("sheet"))
    #expect(host.unlabelled.isEmpty)
    try host.tap("Write on WhatsApp")
    try await eventually("the draft") { host.outline.contains("Message") }
    try host.type("Hi Priya, the slides: acme.example/slides", into: "Message")
    #expect(host.unlabelled.isEmpty)
    try host.tap("Write")
    try await eventually("WhatsApp is opened, and the draft is gone") {
      !phone.launcher.opened.isEmpty && host.shows("Sent on WhatsApp?")
    }
    try host.tap("Not yet")
    try await eventually("asked once") { !host.shows("Sent on WhatsApp?") }

    try host.tap("Done")
    try await eventually("over") { host.texts.contains("Done.") }
    try await eventually("taken down") { await phone.center.shown.isEmpty }
    #expect(await phone.center.waiting.isEmpty)
    #expect(await phone.center.added.count == 1)
  }

  @Test func theInboxIsActedOn() async throws {
    for name in ["Ana", "Bo", "Cleo", "Dan", "Eve", "Fay", "Gil", "Hal"] {
      try await phone.start().save("\(name), slides, Tue")
    }
    phone.clock.ms += 20 * 3_600_000
    let app = phone.app()
    let host = try await host(app)
    #expect(host.shows("Today"))
    #expect(host.shows("2 more"))
    try host.tap("2 more")
    #expect(!host.shows("2 more"))
    #expect(host.unlabelled.isEmpty)
    try host.tap("Done")
    try await eventually("said") { host.texts.contains("Done.") }
    try await eventually("one less") { try app.screens.home.state.screen?.inbox.count == 7 }
    try host.tap("Undo")
    try await eventually("back") { host.shows("Taken back.") }
    try await eventually("all again") { try app.screens.home.state.screen?.inbox.count == 8 }
    try host.tap("Close")
    #expect(!host.shows("Taken back."))
    try host.tap("Let go")
    try await eventually("let go") { host.shows("Let go.") }
    try await eventually("and out of the list") { try app.screens.home.state.screen?.inbox.count == 7 }
    try host.tap("Later")
    let tomorrow = try #require(host.all.first { $0.action != nil && $0.label.contains("Wed 25 Nov 2026, 10:00") })
    try host.tap(tomorrow.label)
    try await eventually("put off") { host.shows("Put off until") }
    #expect(!host.outline.contains("confirmationDialog"))
    try host.tap("Write")
    try await eventually("the person") {
      await host.settle()
      return host.outline.contains("pushed")
    }
  }

  @Test func searchFindsOrOffersToAdd() async throws {
    try await phone.start().save(Self.line)
    let app = phone.app()
    let host = try await host(app)
    try host.type("acme", into: "Search")
    try await eventually("found") { (try app.screens.home.state.found?.hits.count) == 1 }
    try host.type("dana", into: "Search")
    try await eventually("nobody") { (try app.screens.home.state.found?.add?.line) == "dana" }
    try host.tap("Add “dana”")
    #expect(try host.value(of: "What you know of them") == "dana")
    #expect(try app.screens.home.state.query.isEmpty)
  }

  @Test func whatTheyPreferIsChanged() async throws {
    let saved = try await phone.start().save("Priya, WhatsApp 514 555 0142, priya@acme.example")
    let app = phone.app()
    let host = try await host(app)
    app.destination = .contact(id: saved.contact.id)
    _ = host.nodes
    await host.settle()
    try await eventually("the person") { host.shows("How to reach them") || host.outline.contains("How to reach them") }
    try host.tap("Change what they prefer")
    let email = try #require(host.all.last { $0.kind == "Picker" && $0.label.lowercased() == "email" })
    let refuse = try #require(email.all.first { $0.label == "Not this one" }?.action)
    refuse()
    try await eventually("moved") {
      host.shows("Write on WhatsApp") || host.all.contains { $0.label == "Write on WhatsApp" }
    }
    try host.tap("Close")
    try host.tap("Why not the others")
    #expect(host.shows("Not email"))
    try host.tap("Forget")
    try await eventually("forgotten") { host.shows("Forgotten.") }
    try host.tap("Undo")
    try await eventually("back") { host.outline.contains("How to reach them") }
  }

  @Test func aDatabaseThatDoesNotOpenOffersAWayOn() async throws {
    try Data("a letter".utf8).write(to: URL(fileURLWithPath: phone.path))
    let app = phone.app()
    let host = try await host(app)
    #expect(host.all.contains { $0.label == "The database is damaged" })
    #expect(host.unlabelled.isEmpty)
    let share = try host.find("Export the database") { $0.action != nil }
    #expect(share.modifiers.contains { $0.name == "item" && ($0.value as? URL)?.lastPathComponent == "justmet.db" })
    try FileManager.default.removeItem(atPath: phone.path)
    try host.tap("Try again")
    try await eventually("open") { host.shows("Whom did you just meet?") }
  }

  @Test func theScreenIsTurnedRoundToThem() async throws {
    let app = phone.app()
    let host = try await host(app)
    try host.tap("Add someone")
    try host.type("Priya Rao, Acme", into: "What you know of them")
    try await settle(app)
    try host.tap("Ask them")
    #expect(host.shows("How would you like to stay in touch?"))
    #expect(host.unlabelled.isEmpty)
    try host.tap("Deutsch")
    #expect(!host.shows("How would you like to stay in touch?"))
    try host.tap("English")
    try host.tap("More")
    try host.tap("Telegram")
    try host.type("@priya_rao", into: "Number, address or name there")
    let done = try #require(host.all.last { $0.kind == "Button" && $0.label == "Done" }?.action)
    done()
    try await eventually("handed back") { !host.outline.contains("fullScreenCover") }
    try await settle(app)
    #expect(try host.value(of: "What you know of them") == "Priya Rao, Acme, prefers Telegram @priya_rao")
  }

  @Test func aMessageThatIsSpokenAgainstGoesOutWithAReason() async throws {
    let saved = try await phone.start().save("Priya, WhatsApp 514 555 0142, no email, priya@acme.example")
    let app = phone.app()
    let host = try await host(app)
    app.destination = .contact(id: saved.contact.id)
    _ = host.nodes
    await host.settle()
    try await eventually("the person") { host.outline.contains("How to reach them") }
    try host.tap("priya@acme.example, email · told you · not this one")
    try await eventually("the draft") { host.outline.contains("Subject") }
    try host.type("The slides", into: "Subject")
    try host.tap("Write")
    try await eventually("a reason is asked for") { host.outline.contains("Why all the same?") }
    #expect(throws: StubHost.Failure.self) { try host.tap("Send anyway") }
    try host.type("they asked for it on the phone", into: "Why all the same?")
    phone.launcher.takes = { _ in false }
    try host.tap("Send anyway")
    try await eventually("no app takes it") { host.shows("No app on this phone takes it") }
    try host.tap("Copy the text")
    #expect(phone.launcher.copied.count == 1)
    phone.launcher.takes = { _ in true }
    try host.tap("Send anyway")
    try await eventually("opened") {
      !phone.launcher.opened.isEmpty && host.shows("Sent by email?") || host.shows("Sent")
    }
    try host.tap("Yes")
    try await eventually("noted") { host.outline.contains("What was said") }
  }

  @Test func waitingIsShownOnlyWhereItIsLong() async throws {
    let host = StubHost(RootView(model: phone.app()))
    #expect(!host.outline.contains("ProgressView"))
    let loading = StubHost(Loading())
    #expect(!loading.outline.contains("ProgressView"))
    await loading.settle()
    #expect(loading.outline.contains("ProgressView"))
  }

  @Test func chipsWrapAndAreNeverCut() {
    let placed = _StubPlaced()
    let layout = FlowLayout(spacing: 8)
    let sizes = [80.0, 120, 60, 400].map { CGSize(width: $0, height: 44) }
    let chips = LayoutSubviews(_stub: sizes, placed)
    var cache: Void = ()
    let size = layout.sizeThatFits(proposal: ProposedViewSize(width: 288, height: nil), subviews: chips, cache: &cache)
    #expect(size == CGSize(width: 288, height: 44 + 8 + 88))
    layout.placeSubviews(
      in: CGRect(x: 16, y: 10, width: 288, height: size.height), proposal: .unspecified, subviews: chips, cache: &cache)
    #expect(placed.frames[0] == CGRect(x: 16, y: 10, width: 80, height: 44))
    #expect(placed.frames[1] == CGRect(x: 104, y: 10, width: 120, height: 44))
    #expect(placed.frames[2]?.origin == CGPoint(x: 232, y: 10))
    #expect(placed.frames[3] == CGRect(x: 16, y: 62, width: 288, height: 88))
  }
}
