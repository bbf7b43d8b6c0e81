import Foundation
import JustMetKit
import JustMetTestSupport
import Testing

@MainActor @Suite struct ContactTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  @Test func whatTheyPreferMovesTheSuggestion() async throws {
    let screens = try await phone.start()
    let saved = try await screens.save("Priya Rao, WhatsApp 514 555 0142, priya@acme.example")
    let contact = screens.contact(saved.contact.id)
    #expect(contact.state.screen == nil)
    await contact.load()
    contact.pickPreference(true)
    #expect(contact.state.picksPreference)
    await contact.prefer(.email, .preferred)
    #expect(contact.state.screen?.suggestion.channel == .email)
    await contact.prefer(.email, .refused)
    #expect(contact.state.screen?.suggestion.whyNot.map(\.channel) == [.email])
    #expect(contact.state.screen?.suggestion.channel == .whatsApp)
    #expect(contact.state.screen?.channels.first { $0.channel == .email }?.stance == .refused)
    await contact.prefer(.email, nil)
    #expect(contact.state.screen?.channels.first { $0.channel == .email }?.stance == nil)
    contact.toggleWhyNot()
    #expect(contact.state.showsWhyNot)
  }

  @Test func hoursAreReadOrRefused() async throws {
    let screens = try await phone.start()
    let contact = screens.contact(try await screens.save().contact.id)
    await contact.prefer(.whatsApp, .preferred, hours: "18-21")
    #expect(contact.state.screen?.suggestion.hours?.contains("18:00") == true)
    await contact.prefer(.email, nil, hours: "mornings")
    let email = try #require(contact.state.screen?.channels.first { $0.channel == .email })
    #expect(email.hours == "08:00–12:00" && email.stance == nil)
    await contact.prefer(.whatsApp, .preferred, hours: "whenever the moon")
    #expect(contact.state.trouble?.kind == .invalid)
    #expect(contact.state.screen?.suggestion.hours?.contains("18:00") == true)
  }

  @Test func aPromiseIsKept() async throws {
    let screens = try await phone.start()
    let contact = screens.contact(try await screens.save().contact.id)
    await contact.load()
    let promise = try #require(contact.state.screen?.promises.first)
    await contact.keep(promise, true)
    #expect(contact.state.screen?.promises.first?.kept == true)
    await contact.keep(promise, false)
    #expect(contact.state.screen?.promises.first?.kept == false)
  }

  @Test func forgettingCanBeTakenBackForTenSeconds() async throws {
    let screens = try await phone.start()
    let saved = try await screens.save()
    let contact = screens.contact(saved.contact.id)
    await contact.load()
    await contact.forget()
    #expect(contact.state.isGone && contact.state.screen == nil)
    #expect(screens.home.state.recent.isEmpty)
    #expect(await phone.center.waiting.isEmpty)
    await contact.undo()
    #expect(contact.state.screen?.title == "Priya Rao")
    #expect(screens.home.state.recent.count == 1)

    await contact.forget()
    phone.clock.ms += 11_000
    await contact.undo()
    #expect(contact.state.trouble != nil && contact.state.said == nil)
  }

  @Test func aPersonWhoIsGoneIsAState() async throws {
    let screens = try await phone.start()
    let saved = try await screens.save()
    await screens.capture.undo()
    let contact = screens.contact(saved.contact.id)
    await contact.load()
    #expect(contact.state.screen == nil)
    #expect(contact.state.trouble?.kind == .notFound)
    await contact.act(.done)  // nothing to act on
    await contact.forget()
    #expect(contact.state.trouble?.kind == .notFound)
    await contact.undo()
    #expect(contact.state.said == nil)
  }

  @Test func whatWasWrittenElsewhereIsNotedAndTheReminderTellsWhatBecameOfIt() async throws {
    let screens = try await phone.start()
    let contact = screens.contact(try await screens.save().contact.id)
    await contact.load()
    await contact.lookAtLedger(true)
    #expect(contact.state.ledger?.map(\.event).contains("planned") == true)
    let choices = try #require(contact.state.screen?.outcomes)
    #expect(
      choices.map(\.label) == [
        "I already got in touch (WhatsApp)", "They answered (WhatsApp)", "They asked not to be written to",
      ])
    await contact.record(choices[0].outcome, on: choices[0].channel)
    #expect(contact.state.said?.text == "Noted: written on WhatsApp. The reminder is over.")
    #expect(contact.state.ledger?.last?.event == "done")
    #expect(contact.state.screen?.outcomes.map(\.outcome) == [.replied, .askedNotTo])
    #expect(await phone.center.waiting.isEmpty)
    await contact.undo()
    #expect(contact.state.screen?.followUp?.phase == .planned)
    await contact.lookAtLedger(false)
    #expect(contact.state.ledger == nil)
    await contact.record(choices[2].outcome, on: choices[2].channel)
    #expect(contact.state.screen?.suggestion.channel == nil && contact.state.screen?.followUp?.phase == .closed)
    #expect(contact.state.screen?.outcomes.map(\.outcome) == [.replied])
    await screens.contact("01890000-0000-7000-8000-000000000000").lookAtLedger(true)
  }

  /// Somebody who was saved before they were asked.
  @Test func theirAnswerIsKeptWithTheAddress() async throws {
    let screens = try await phone.start()
    let contact = screens.contact(try await screens.save("Priya Rao, Acme, priya@acme.example").contact.id)
    await contact.load()
    await contact.answer()  // nobody was asked
    contact.ask(in: .fr)
    #expect(contact.asked?.card.language == .fr)
    contact.ask(in: .en)
    contact.showAllChannels()
    #expect(contact.asked?.channels.count == contact.asked?.card.channels.count)
    contact.choose(.telegram)
    contact.address("not @ all!")
    await contact.answer()
    #expect(contact.asked?.trouble?.kind == .invalid)
    contact.address("@priya_rao")
    #expect(contact.asked?.trouble == nil)
    await contact.answer()
    #expect(contact.asked == nil)
    #expect(contact.state.screen?.suggestion.channel == .telegram)
    let address = try #require(contact.state.screen?.addresses.first { $0.channel == .telegram })
    #expect(address.key == "priya_rao" && address.provenance == "told you")
    contact.ask(in: .en)
    contact.closeAsk()
    #expect(contact.asked == nil)
  }

  @Test func laterMovesTheReminder() async throws {
    let screens = try await phone.start()
    let saved = try await screens.save()
    let contact = screens.contact(saved.contact.id)
    await contact.load()
    let before = try #require(await phone.center.waiting.first?.fireMs)
    contact.offerLater()
    #expect(contact.state.later?.choices.count == 3)
    contact.pickDay(try #require(contact.state.screen?.followUp))
    #expect(contact.state.later == nil && contact.state.picksDay != nil)
    contact.closeDay()
    #expect(contact.state.picksDay == nil)
    contact.offerLater()
    contact.closeLater()
    #expect(contact.state.later == nil)
    await contact.act(.snooze(until: "2026-12-01"))
    #expect(contact.state.screen?.followUp?.dueText.contains("1 Dec 2026") == true)
    #expect(try #require(await phone.center.waiting.first?.fireMs) > before)
    #expect(await phone.center.waiting.count == 1)
    await contact.act(.snooze(until: "never heard of"))
    #expect(contact.state.trouble?.kind == nil || contact.state.trouble?.kind == .invalid)
  }
}
