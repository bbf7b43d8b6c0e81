import Foundation
import JustMetKit
import JustMetTestSupport
import Testing

@MainActor @Suite struct MessageTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  private func contact(
    _ line: String = "Priya Rao, Acme, prefers WhatsApp 514 555 0142, priya@acme.example, slides, Tue"
  ) async throws -> (ContactModel, Screens) {
    let screens = try await phone.start()
    let contact = screens.contact(try await screens.save(line).contact.id)
    await contact.load()
    return (contact, screens)
  }

  @Test func aDraftIsCountedWhileItIsEdited() async throws {
    let (contact, _) = try await contact()
    await contact.compose()
    let message = try #require(contact.state.message)
    #expect(message.card.channel == .whatsApp)
    #expect(message.text.contains("Priya"))
    contact.type("Hi Priya")
    contact.type("Hi Priya!")
    await contact.settled()
    #expect(contact.state.message?.counter.used == 9)
    contact.closeMessage()
    #expect(contact.state.message == nil)
    contact.type("nobody is writing")
    #expect(contact.state.message == nil)
  }

  @Test func itIsWrittenInAnotherLanguageWhichIsKept() async throws {
    let (contact, _) = try await contact()
    await contact.write(in: .de)  // nobody is writing
    await contact.compose()
    #expect(contact.state.message?.card.languages.map(\.name).contains("Deutsch") == true)
    await contact.write(in: .de)
    #expect(contact.state.message?.text.hasPrefix("Hallo Priya") == true)
    contact.closeMessage()
    await contact.compose()
    #expect(contact.state.message?.card.language == .de)
    // What was changed by hand stays.
    contact.type("Hallo Priya, hier sind die Folien.")
    await contact.write(in: .fr)
    #expect(contact.state.message?.text == "Hallo Priya, hier sind die Folien.")
    #expect(contact.state.message?.card.language == .de && contact.state.message?.isAsDrafted == false)
  }

  @Test func writingOpensTheChatAndAsksOnceWhetherItWasSent() async throws {
    let (contact, screens) = try await contact()
    phone.clock.ms += 16 * 3_600_000  // Tuesday, half past ten
    await contact.compose()
    contact.type("Hi Priya, the slides as promised: acme.example/slides")
    await contact.write()
    #expect(contact.state.message == nil)
    guard case .openLink(let url) = phone.launcher.opened.first else {
      Issue.record("\(phone.launcher.opened)")
      return
    }
    #expect(url.contains("15145550142") && url.contains("slides"))
    let question = try #require(contact.state.screen?.sentQuestion)
    #expect(question.channel == .whatsApp)

    await contact.record(.sent, on: question.channel)
    #expect(contact.state.screen?.sentQuestion == nil)
    #expect(contact.state.screen?.messages.count == 1)
    #expect(await phone.center.waiting.isEmpty)  // the reminder is over
    #expect(await phone.center.shown.isEmpty)
    await contact.undo()
    #expect(contact.state.said?.undo == nil)
    #expect(screens.home.state.trouble == nil)
  }

  @Test func notSentKeepsTheReminder() async throws {
    let (contact, _) = try await contact()
    phone.clock.ms += 14 * 3_600_000
    await contact.compose()
    await contact.write()
    await contact.record(.notSent, on: .whatsApp)
    #expect(contact.state.screen?.sentQuestion == nil)
    #expect(contact.state.screen?.followUp?.phase == .planned || contact.state.screen?.followUp?.phase == .delivered)
  }

  @Test func whatSpeaksAgainstItNeedsAReason() async throws {
    let (contact, _) = try await contact()
    await contact.prefer(.email, .refused)
    await contact.compose(on: .email)
    #expect(contact.state.message?.notes.isEmpty == false)
    await contact.write()
    #expect(contact.state.message?.asksReason == true)
    #expect(contact.state.message?.canWrite == false)
    #expect(phone.launcher.opened.isEmpty)
    contact.reason("they asked for it on the phone")
    #expect(contact.state.message?.canWrite == true)
    contact.subject("The slides")
    await contact.write()
    guard case .composeMail(let to, let subject, _) = phone.launcher.opened.first else {
      Issue.record("\(phone.launcher.opened)")
      return
    }
    #expect(to == "priya@acme.example" && subject == "The slides")
    #expect(contact.state.screen?.sentQuestion?.channel == .email)
  }

  @Test func aPhoneWithoutTheAppKeepsTheText() async throws {
    let (contact, _) = try await contact()
    phone.clock.ms += 16 * 3_600_000
    phone.launcher.takes = { _ in false }
    await contact.compose()
    await contact.write()
    #expect(contact.state.message?.wasRefused == true)
    #expect(contact.state.screen?.sentQuestion == nil)
    contact.copy(contact.state.message?.text ?? "")
    #expect(phone.launcher.copied.last?.isEmpty == false)
  }

  @Test func noWayToWriteIsSaid() async throws {
    let (contact, _) = try await contact("Priya Rao, Acme")
    await contact.compose()
    #expect(contact.state.message == nil)
    #expect(contact.state.trouble?.kind == .invalid)
    await contact.write()  // nothing is being written
    #expect(phone.launcher.opened.isEmpty)
    await contact.record(.noAnswer, on: .whatsApp)
    #expect(contact.state.trouble?.kind == .invalid)
  }
}
