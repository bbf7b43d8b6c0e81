import Foundation
import JustMetTestSupport
import Testing

@testable import JustMetKit

@MainActor @Suite struct CaptureTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  private func model(_ core: JustMet, pause: @escaping @Sendable (Duration) async throws -> Void = { _ in })
    -> CaptureModel
  {
    let scheduler = ReminderScheduler(core: core, center: phone.center, device: Installation.of(phone.keychain))
    let reminding = Reminding(scheduler: scheduler, center: phone.center, keeper: phone.keeper)
    return CaptureModel(core: core, reminding: reminding, keeper: phone.keeper, changed: {}, pause: pause)
  }

  @Test func theLastKeystrokeWins() async throws {
    let watched = WatchedCore(try phone.core())
    // The first reading is slow: it ends long after the second.
    watched.beforePreview = { if $0 == "Priya" { Thread.sleep(forTimeInterval: 0.2) } }
    let model = model(watched)
    model.type("Priya")
    model.type("Tom")
    await model.settled()
    try await Task.sleep(for: .milliseconds(300))
    #expect(model.state.chips.first?.text == "Tom")
    #expect(watched.calls == ["preview", "preview"])
  }

  @Test func oneKeystrokeIsOneReadingAwayFromTheMainThread() async throws {
    let watched = WatchedCore(try phone.core())
    nonisolated(unsafe) var onMain: [Bool] = []
    watched.beforePreview = { _ in onMain.append(Thread.isMainThread) }
    let model = model(watched)
    for line in ["P", "Pr", "Pri"] {
      model.type(line)
      await model.settled()
    }
    model.type("Pri")  // nothing changed
    await model.settled()
    #expect(watched.calls == ["preview", "preview", "preview"])
    #expect(onMain == [false, false, false])
  }

  @Test func aTapHoldsWhileTheWordsItWasAboutDo() {
    let old = "Priya Rao, Acme, slides"
    func edit(_ start: UInt32, _ end: UInt32) -> ChipEdit {
      ChipEdit(field: .org, start: start, end: end, change: .confirm)
    }
    let acme = [edit(11, 15)]
    #expect(acme.carried(from: old, to: old + ", Tue") == acme)
    #expect(acme.carried(from: old, to: "Dr " + old) == [edit(14, 18)])
    #expect(acme.carried(from: old, to: "😀" + old) == [edit(13, 17)])  // counted as the core counts
    #expect(acme.carried(from: old, to: "Priya Rao, Acmes, slides").isEmpty)
    #expect(acme.carried(from: old, to: "Priya Rao, BigAcme, slides").isEmpty)
    #expect(acme.carried(from: old, to: "Priya Rao, Ace, slides").isEmpty)
    #expect([edit(0, 0)].carried(from: old, to: "") == [edit(0, 0)])
  }

  @Test func hoursAreAChipOfTheirOwn() async throws {
    let model = model(try phone.core())
    model.type("Ana Roy, prefers WhatsApp +1 514 555 0142 after 18h")
    await model.settled()
    let hours = try #require(model.state.chips.first { $0.field == .hours })
    #expect(hours.text == "after 18:00" && hours.isSure && hours.channel == .whatsApp && hours.stance == nil)
    #expect(hours.range(in: model.state.line).map { model.state.line[$0] } == "after 18h")
    model.replace(hours, with: "mornings")
    await model.settled()
    #expect(model.state.chips.first { $0.field == .hours }?.text == "08:00–12:00")
    await model.save()
    let saved = try #require(model.state.saved?.contact)
    #expect(saved.addresses.first?.hours == "08:00–12:00" && saved.wishes.first?.hours == "08:00–12:00")
    #expect(saved.channels.first { $0.channel == .whatsApp }?.hours == "08:00–12:00")
    #expect(saved.suggestion.hours == "Hours they named: 08:00–12:00")
    // Another channel is preferred: the hours are kept for when I call all the same.
    model.type("Bo Lind, prefers email bo@lind.example, calls after 18h on +1 514 555 0143")
    await model.settled()
    await model.save()
    let bo = try #require(model.state.saved?.contact)
    #expect(bo.suggestion.channel == .email)
    let phone = try #require(bo.addresses.first { $0.channel == .phone })
    #expect(phone.hours == "after 18:00" && phone.stance == nil)
    model.type("Ana Roy, no calls in the evening")
    await model.settled()
    let refused = try #require(model.state.chips.first { $0.field == .hours })
    #expect(refused.stance == .refused)  // struck through with its channel
    model.drop(refused)
    await model.settled()
    #expect(model.state.chips.allSatisfy { $0.field != .hours } && model.state.chips.contains { $0.field == .channel })
  }

  @Test func aTapMakesSureTheNextOneEdits() async throws {
    let model = model(try phone.core())
    model.type("Priya, call Tue or Wed")  // nobody can know which
    await model.settled()
    let unsure = try #require(model.state.chips.last)
    #expect(unsure.field == .followUp && !unsure.isSure)
    model.tap(unsure)
    await model.settled()
    let sure = try #require(model.state.chips.last)
    #expect(sure.isSure && sure.text?.hasPrefix("Tue 24 Nov 2026") == true)
    #expect(model.state.edited == nil)
    model.tap(sure)
    #expect(model.state.edited == sure)
    model.closeEditor()
    #expect(model.state.edited == nil)
  }

  @Test func aChipIsReplacedOrDropped() async throws {
    let model = model(try phone.core())
    model.type("Priya, Acme")
    await model.settled()
    let org = try #require(model.state.chips.first { $0.field == .org })
    model.tap(org)
    if model.state.edited == nil { model.tap(try #require(model.state.chips.first { $0.field == .org })) }
    model.replace(org, with: "Acme Labs")
    await model.settled()
    #expect(model.state.edited == nil)
    let replaced = try #require(model.state.chips.first { $0.field == .org })
    #expect(replaced.text == "Acme Labs" && replaced.isSure)
    model.drop(replaced)
    await model.settled()
    #expect(!model.state.chips.contains { $0.field == .org })
    #expect(model.state.line == "Priya, Acme")
  }

  @Test func noReminderIsOneTapAway() async throws {
    let model = model(try phone.core())
    model.type("Priya, slides")
    await model.settled()
    let reminder = try #require(model.state.chips.last)
    #expect(reminder.field == .followUp && reminder.text != nil)
    model.replace(reminder, with: "")
    await model.settled()
    #expect(model.state.chips.last?.text == nil)
    await model.save()
    #expect(model.state.saved?.contact.followUp == nil)
    #expect(await phone.center.waiting.isEmpty)
  }

  @Test func aTapHoldsWhileItsWordsStand() async throws {
    let model = model(try phone.core())
    model.type("Priya, Acme")
    await model.settled()
    let name = try #require(model.state.chips.first)
    model.replace(name, with: "Priya Rao")
    model.type("Priya, Acme, slides")
    await model.settled()
    #expect(model.state.chips.first?.text == "Priya Rao")
    model.type("Pri, Acme, slides")
    await model.settled()
    #expect(model.state.edits.isEmpty)
    #expect(model.state.chips.first?.text == "Pri")
  }

  @Test func anEmptyLineCannotBeSaved() async throws {
    let model = model(try phone.core())
    #expect(!model.state.canSave)
    model.type("  \n ")
    #expect(!model.state.canSave)
    await model.save()
    #expect(model.state.saved == nil && model.state.trouble == nil)
  }

  @Test func whatCannotBeSavedStaysInTheField() async throws {
    let watched = WatchedCore(try phone.core())
    let model = model(watched)
    model.type("Priya")
    watched.fail("save")
    await model.save()
    #expect(model.state.trouble == Trouble(kind: .fault, explanation: "ended in save"))
    #expect(model.state.line == "Priya" && model.state.canSave)
    #expect(phone.keeper.load().line == "Priya")
  }

  @Test func aLineThatIsTooLongIsSaid() async throws {
    let model = model(try phone.core())
    model.type(String(repeating: "a", count: 300_000))
    await model.settled()
    #expect(model.state.trouble?.kind == .invalid)
  }

  @Test func aHalfTypedLineSurvives() async throws {
    let screens = try await phone.start()
    screens.capture.type("Priya, Ac")
    let again = try await phone.start()
    await again.capture.settled()
    #expect(again.capture.state.line == "Priya, Ac")
    #expect(again.capture.state.chips.first?.text == "Priya")
    try await again.save("Priya, Acme")
    #expect(try await phone.start().capture.state.line.isEmpty)
  }

  @Test func theFileKeepsTheLine() throws {
    let url = phone.folder.appendingPathComponent("shell.json")
    var kept = Kept()
    #expect(KeptFile(url).load() == kept)
    (kept.line, kept.hintDismissed) = ("Priya, é 😀", true)
    KeptFile(url).save(kept)
    #expect(KeptFile(url).load() == kept)
    // What an earlier version wrote has less in it.
    try Data(#"{"line":"Tom","hintDismissed":true}"#.utf8).write(to: url)
    #expect(KeptFile(url).load().line == "Tom" && KeptFile(url).load().hintDismissed)
    #expect(!KeptFile(url).load().isEncrypted)
    try Data("not json".utf8).write(to: url)
    #expect(KeptFile(url).load() == Kept())
    KeptFile(phone.folder.appendingPathComponent("no/such/folder")).save(kept)
  }

  @Test func undoIsOfferedForTenSeconds() async throws {
    let model = CaptureTests.Gate()
    let capture = self.model(try phone.core(), pause: { try await model.wait($0) })
    capture.type("Priya")
    await capture.save()
    #expect(capture.state.saved != nil)
    await model.open()
    for _ in 0..<50 where capture.state.saved != nil { try await Task.sleep(for: .milliseconds(10)) }
    #expect(capture.state.saved == nil)
    #expect(await model.asked == .seconds(10))
  }

  @Test func undoThatComesTooLateIsSaid() async throws {
    let capture = model(try phone.core(), pause: { _ in try await Task.sleep(for: .seconds(60)) })
    capture.type("Priya")
    await capture.save()
    phone.clock.ms += 11_000
    await capture.undo()
    #expect(capture.state.trouble?.kind == .notFound)
  }

  @Test func theirAnswerGoesBehindTheLine() async throws {
    let model = model(try phone.core())
    #expect(!model.state.offersAsk)
    model.type("Priya Rao, Acme")
    await model.settled()
    #expect(model.state.offersAsk)
    model.answer()  // nobody was asked
    #expect(model.state.line == "Priya Rao, Acme")

    model.ask(in: .de)
    let german = try #require(model.state.ask)
    #expect(german.card.question != "How would you like to stay in touch?")
    #expect(german.channels.count == 6)
    model.showAllChannels()
    #expect(model.state.ask?.channels.count == german.card.channels.count)
    model.ask(in: .en)
    #expect(model.state.ask?.card.question == "How would you like to stay in touch?")
    #expect(model.state.ask?.showsAll == true)
    model.answer()  // they chose nothing yet
    #expect(model.state.ask != nil)
    model.choose(.whatsApp)
    model.address("514 555 0142")
    model.answer()
    await model.settled()
    #expect(model.state.ask == nil && !model.state.offersAsk)
    #expect(model.state.line == "Priya Rao, Acme, prefers WhatsApp 514 555 0142")
    await model.save()
    let saved = try #require(model.state.saved)
    #expect(saved.suggestion.channel == .whatsApp)
    #expect(saved.contact.addresses.first?.provenance == "told you")

    model.ask(in: .en)
    model.closeAsk()
    #expect(model.state.ask == nil)
  }

  @Test func whatWasPastedWasNotTold() async throws {
    let screens = try await phone.start()
    let model = screens.capture
    model.paste("  \n")
    #expect(model.state.line.isEmpty && !model.state.isPasted)
    model.paste("Priya Rao\nHead of Design, Acme\npriya@acme.example\n")
    #expect(model.state.isPasted)
    // The process dies; what was pasted is there, and known to be.
    let again = try await phone.start().capture
    #expect(again.state.line == model.state.line && again.state.isPasted)
    await again.save()
    #expect(again.state.saved?.contact.addresses.first?.provenance == "card")
    #expect(again.state.saved?.contact.name == "Priya Rao")
    #expect(!again.state.isPasted)

    again.type("Tom, Globex")
    again.paste("tom@globex.example")
    #expect(again.state.line == "Tom, Globex, tom@globex.example" && !again.state.isPasted)
    await again.save()
    #expect(again.state.saved?.contact.addresses.first?.provenance == "told you")
    again.paste("Ana")
    again.type("")
    #expect(!again.state.isPasted)
  }

  @Test func todaysEventIsCarriedOver() async throws {
    let core = try phone.core()
    let first = model(core)
    first.type("Ana, met at RustConf")
    await first.save()
    #expect(first.state.event == "RustConf")

    // Another start on the same day.
    let model = model(core)
    await model.carryEvent()
    model.type("Bo, slides")
    await model.settled()
    #expect(model.state.chips.first?.field == .event && model.state.chips.first?.text == "RustConf")
    await model.save()
    #expect(model.state.saved?.contact.event == "RustConf")

    model.type("Cleo, met at KotlinConf")
    await model.settled()
    #expect(model.state.chips.filter { $0.field == .event }.map(\.text) == ["KotlinConf"])
    model.type("Dan")
    await model.settled()
    model.drop(try #require(model.state.chips.first))
    await model.settled()
    await model.carryEvent()
    #expect(model.state.event == nil)
    #expect(!model.state.chips.contains { $0.field == .event })
    await model.save()
    #expect(model.state.saved?.contact.event == nil)
  }

  actor Gate {
    private(set) var asked: Duration?
    private var isOpen = false
    func open() { isOpen = true }
    func wait(_ duration: Duration) async throws {
      asked = duration
      while !isOpen { try await Task.sleep(for: .milliseconds(5)) }
    }
  }
}
