import Foundation
import JustMetKit
import JustMetTestSupport
import Testing

@MainActor @Suite struct SettingsTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  @Test func aDayOffMovesTheUsualReminder() async throws {
    let screens = try await phone.start()
    let settings = screens.settings()
    #expect(settings.state.settings == nil)
    await settings.addHoliday("2026-11-24")  // nothing was read yet: nothing is set
    await settings.load()
    #expect(settings.state.isUsualWeekend && settings.state.settings?.holidays == [])
    await settings.addHoliday("2026-11-24")
    #expect(settings.state.settings?.holidays == ["2026-11-24"])
    let saved = try await screens.save("Priya, slides")  // Monday evening: Tuesday would be usual
    #expect(saved.followUp?.dueText.contains("25 Nov 2026") == true)
    await settings.removeHoliday("2026-11-24")
    #expect(settings.state.settings?.holidays == [])
  }

  @Test func messagesIntroduceMeByMyName() async throws {
    let screens = try await phone.start()
    let settings = screens.settings()
    await settings.load()
    #expect(settings.state.name.isEmpty && !settings.state.isNameChanged)
    settings.typeName("Ana Roy ")
    #expect(settings.state.isNameChanged)
    await settings.saveName()
    #expect(settings.state.name == "Ana Roy" && !settings.state.isNameChanged)
    let contact = screens.contact(try await screens.save().contact.id)
    await contact.load()
    await contact.compose()
    #expect(contact.state.message?.text.contains("Ana Roy here") == true)
    let again = try await phone.start().settings()
    await again.load()
    #expect(again.state.keptName == "Ana Roy")
  }

  @Test func theWeekendIsThatOfTheRegionOrAnother() async throws {
    let screens = try await phone.start()
    let settings = screens.settings()
    await settings.load()
    await settings.setWeekend([4, 5])
    #expect(settings.state.settings?.weekend == Data([4, 5]))
    await settings.setDayOff(1, true)
    await settings.setDayOff(4, false)
    #expect(settings.state.settings?.weekend == Data([1, 5]))
    #expect(try await screens.save("Priya, slides").followUp?.dueText.contains("25 Nov 2026") == true)
    // Seven days off are refused, and what was set stays.
    await settings.setWeekend([0, 1, 2, 3, 4, 5, 6])
    #expect(settings.state.trouble?.kind == .invalid)
    #expect(settings.state.settings?.weekend == Data([1, 5]))
    await settings.setWeekend(nil)
    #expect(settings.state.isUsualWeekend && settings.state.trouble == nil)
  }

  @Test func whatWasLearnedIsShownAndForgotten() async throws {
    let screens = try await phone.start()
    let contact = screens.contact(try await screens.save().contact.id)
    await contact.load()
    await contact.record(.sent, on: .whatsApp)
    await contact.record(.replied, on: .whatsApp)
    let settings = screens.settings()
    await settings.load()
    #expect(settings.state.learned?.rates.map(\.text) == ["WhatsApp: 1 of 1 message answered"])
    await settings.forgetLearned()
    #expect(settings.state.learned?.rates.isEmpty == true)
    #expect(try await phone.start().settings().state.learned == nil)
  }

  @Test func whoWasNeverFollowedUpIsOfferedOnceAndOnlyIfWanted() async throws {
    do {
      let screens = try await phone.start()
      try await screens.save("Ana Roy, Acme, no follow up")
      try await screens.save("Bo Lind, Acme, no follow up")
    }
    phone.clock.ms += 400 * 86_400_000
    let app = phone.app()
    await app.refresh()
    let screens = try app.screens
    #expect(screens.home.state.offer == nil)
    let settings = screens.settings()
    await settings.load()
    #expect(settings.state.offers.first { $0.isSet }?.months == nil)
    await settings.offerDeletion(after: 12)
    #expect(settings.state.offers.first { $0.isSet }?.months == 12)
    #expect(screens.home.state.offer?.contains("2") == true)

    let offer = screens.offer()
    await offer.load()
    #expect(offer.state.offer?.people.map(\.contact.title) == ["Ana Roy", "Bo Lind"])
    #expect(screens.home.state.offer == nil)  // it was shown, and is not pointed at again
    let ana = try #require(offer.state.offer?.people.first)
    await offer.forget(ana)
    #expect(offer.state.offer?.people.map(\.contact.title) == ["Bo Lind"])
    #expect(screens.home.state.recent.map(\.title) == ["Bo Lind"])
    await offer.undo()
    #expect(screens.home.state.recent.count == 2)
    await offer.undo()  // nothing more to take back
    offer.dismissSaid()
    #expect(offer.state.said == nil)
    await offer.keep(ana)
    #expect(offer.state.offer?.people.map(\.contact.title) == ["Bo Lind"])
    await offer.keepAll()
    #expect(offer.state.offer?.people.isEmpty == true && offer.state.offer?.text == nil)
    await offer.forget(OfferedPerson(contact: ana.contact, met: "", metOn: ""))
    await offer.forget(ana)
    #expect(offer.state.trouble?.kind == .notFound)
    #expect(await phone.center.added.isEmpty)  // it never notifies
  }
}
