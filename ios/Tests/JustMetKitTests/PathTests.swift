import Foundation
import JustMetKit
import JustMetTestSupport
import Testing

/// The path from one line to one reminder, each step with the real library.
@MainActor @Suite struct PathTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  @Test func typedLineBecomesChipsAndARowOfTheList() async throws {
    let screens = try await phone.start()
    screens.capture.type("Priya Rao, Acme, prefers WhatsApp 514 555 0142, slides, Tue")
    await screens.capture.settled()
    let chips = screens.capture.state.chips
    #expect(chips.map(\.field) == [.name, .org, .channel, .promise, .followUp])
    #expect(chips[2].stance == .preferred)
    #expect(chips.last?.text?.hasPrefix("Tue 24 Nov 2026") == true)
    let range = try #require(chips[0].range(in: screens.capture.state.line))
    #expect(screens.capture.state.line[range] == "Priya Rao")

    await screens.capture.save()
    let saved = try #require(screens.capture.state.saved)
    #expect(screens.capture.state.line.isEmpty)
    #expect(screens.capture.state.trouble == nil)
    #expect(saved.suggestion.channel == .whatsApp)
    #expect(!saved.suggestion.reasons.isEmpty)
    #expect(screens.home.state.recent.map(\.id) == [saved.contact.id])
  }

  @Test func fromTheLineToTheSecondDone() async throws {
    let app = phone.app()
    await app.refresh()
    let screens = try app.screens
    let saved = try await screens.save()
    let followUp = try #require(saved.followUp)
    let planned = await phone.center.waiting
    #expect(planned.map(\.identifier) == ["fu/\(followUp.id)"])
    #expect(planned.first?.write == "Write on WhatsApp")

    // It fires while nothing of ours runs.
    phone.clock.ms = try #require(planned.first?.fireMs) + 60_000
    await phone.center.fire(until: phone.clock.ms)
    let note = try #require(await phone.center.shown.first)

    // "Write on WhatsApp" opens the person; nothing is over by that alone.
    await app.handle(
      NotificationTap(identifier: note.identifier, generation: note.generation, contact: note.contact, verb: .write))
    #expect(app.destination == .contact(id: saved.contact.id))
    let contact = screens.contact(saved.contact.id)
    await contact.load()
    #expect(contact.state.screen?.suggestion.channel == .whatsApp)

    await contact.act(.done)
    #expect(contact.state.said?.text == "Done.")
    #expect(await phone.center.shown.isEmpty)
    #expect(await phone.center.waiting.isEmpty)
    #expect(screens.home.state.screen?.inbox.isEmpty == true)

    // A second tap on what is long over, and another start: nothing comes back.
    await app.handle(
      NotificationTap(identifier: note.identifier, generation: note.generation, contact: note.contact, verb: .done))
    _ = try await phone.start()
    #expect(await phone.center.added.count == 1)
    #expect(await phone.center.shown.isEmpty)
  }

  @Test(arguments: [NotificationVerb.done, .later, .letGo])
  func theActionsOfTheLockScreenNeedNoScreen(_ verb: NotificationVerb) async throws {
    let app = phone.app()
    await app.refresh()
    let saved = try await app.screens.save()
    let request = try #require(await phone.center.waiting.first)
    phone.clock.ms = try #require(request.fireMs)
    await phone.center.fire(until: phone.clock.ms)
    await app.handle(
      NotificationTap(
        identifier: request.identifier, generation: request.generation, contact: request.contact, verb: verb))
    #expect(app.destination == nil)
    #expect(await phone.center.shown.isEmpty)
    let waiting = await phone.center.waiting
    if verb == .later {
      #expect(waiting.first?.generation == request.generation + 1)
      #expect(try #require(waiting.first?.fireMs) > phone.clock.ms)
    } else {
      #expect(waiting.isEmpty)
    }
    #expect(try app.screens.home.state.recent.map(\.id) == [saved.contact.id])
  }

  @Test func undoTakesThePersonAndTheReminderBack() async throws {
    let screens = try await phone.start()
    try await screens.save("Priya, slides, Tue")
    await screens.capture.undo()
    #expect(screens.capture.state.saved == nil)
    #expect(screens.capture.state.line == "Priya, slides, Tue")
    #expect(await phone.center.waiting.isEmpty)
    #expect(screens.home.state.recent.isEmpty)
  }
}
