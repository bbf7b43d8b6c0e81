import Foundation
import JustMetKit
import JustMetTestSupport
import Testing

@MainActor @Suite struct HomeTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  /// Somebody who was met yesterday, and is due.
  private func due() async throws -> (Screens, InboxRow) {
    let screens = try await phone.start()
    try await screens.save()
    #expect(screens.home.state.screen?.inbox.isEmpty == true && !screens.home.state.isEmpty)
    phone.clock.ms += 20 * 3_600_000
    await screens.home.load()
    return (screens, try #require(screens.home.state.screen?.inbox.first))
  }

  @Test func aPageIsOneCall() async throws {
    let watched = WatchedCore(try phone.core())
    for number in 0..<120 { _ = try await watched.save(line: "Guest \(number)", mode: .typed, edits: []) }
    watched.forget()
    let home = Screens(core: watched, ports: phone.ports).home
    #expect(home.state.screen == nil)
    await home.load()
    #expect(watched.calls == ["home"])
    #expect(home.state.recent.count == 50 && home.state.hasMore)
    await home.more()
    await home.more()
    #expect(home.state.recent.count == 120 && !home.state.hasMore)
    #expect(Set(home.state.recent.map(\.id)).count == 120)
    await home.more()
    #expect(watched.calls == ["home", "page", "page"])
  }

  @Test func aPageThatFailsCanBeAskedForAgain() async throws {
    let watched = WatchedCore(try phone.core())
    for number in 0..<60 { _ = try await watched.save(line: "Guest \(number)", mode: .typed, edits: []) }
    let home = Screens(core: watched, ports: phone.ports).home
    await home.load()
    watched.fail("page")
    await home.more()
    #expect(home.state.hasMore && home.state.trouble != nil && home.state.recent.count == 50)
  }

  @Test func peopleStandTogetherByEvent() async throws {
    let screens = try await phone.start()
    try await screens.save("Ana, met at RustConf")
    phone.clock.ms += 1000
    try await screens.save("Bo, met at RustConf")
    phone.clock.ms += 86_400_000  // the event was yesterday's
    await screens.capture.carryEvent()
    try await screens.save("Cleo")
    let groups = screens.home.state.groups
    #expect(groups.map(\.event) == [nil, "RustConf"])
    #expect(groups.map(\.heading) == [nil, "RustConf · 2 people"])
    #expect(groups.last?.rows.map(\.title) == ["Bo", "Ana"])
  }

  @Test func aHeadingGoesOnOverThePages() async throws {
    let core = try phone.core()
    for number in 0..<120 {
      let event = number < 70 ? ", met at RustConf" : ", met at Café Web"
      _ = try await core.save(line: "Guest \(number)\(event)", mode: .typed, edits: [])
      phone.clock.ms += 1
    }
    let home = Screens(core: core, ports: phone.ports).home
    await home.load()
    #expect(home.state.groups.map(\.heading) == ["Café Web · 50 people"])
    await home.more()
    await home.more()
    #expect(home.state.groups.map(\.heading) == ["Café Web · 50 people", "RustConf · 70 people"])
    #expect(home.state.groups.map(\.rows.count) == [50, 70])
    #expect(home.state.groups.last?.rows.last?.event == "RustConf")
  }

  @Test func whatWasFoundIsMarked() async throws {
    let screens = try await phone.start()
    try await screens.save("Zoë Müller 😀, Acme, z.m@globex.example, met at RustConf")
    screens.home.search("mull rust")
    await screens.home.settled()
    let hit = try #require(screens.home.state.found?.hits.first)
    let found = { (text: String, which: RowText) in text.pieces(hit.marks(in: which)).filter(\.isFound).map(\.text) }
    #expect(found(hit.row.title, .title) == ["Müll"])
    #expect(found(hit.row.event ?? "", .event) == ["Rust"])
    #expect(found(hit.row.org ?? "", .org) == [])
    screens.home.search("globex")
    await screens.home.settled()
    let elsewhere = try #require(screens.home.state.found?.hits.first?.foundIn)
    #expect(elsewhere.text.pieces(elsewhere.found).filter(\.isFound).map(\.text) == ["globex"])
    #expect("é😀a".pieces([1..<3]).map(\.text) == ["é", "😀", "a"])
    #expect("abc".pieces([2..<9, 1..<2]).map(\.text) == ["a", "b", "c"])
    #expect("".pieces([]).isEmpty)
  }

  @Test func aSearchWithoutAHitOffersToAdd() async throws {
    let screens = try await phone.start()
    try await screens.save("Priya Rao, Acme")
    screens.home.search("acme")
    await screens.home.settled()
    #expect(screens.home.state.found?.hits.map(\.row.title) == ["Priya Rao"])
    #expect(screens.home.state.found?.add == nil)
    screens.home.search("dana")
    await screens.home.settled()
    #expect(screens.home.state.found?.add?.line == "dana")
    screens.home.search(" ")
    #expect(screens.home.state.found == nil)
  }

  @Test func theLastSearchWins() async throws {
    let screens = try await phone.start()
    try await screens.save("Priya Rao, Acme")
    screens.home.search("nobody")
    screens.home.search("priya")
    await screens.home.settled()
    #expect(screens.home.state.found?.hits.count == 1)
  }

  @Test func whatIsDueIsActedOnAndTakenBack() async throws {
    let (screens, row) = try await due()
    #expect(row.title == "Slides for Priya Rao")

    await screens.home.act(row.followUp, .done)
    #expect(screens.home.state.said?.text == "Done.")
    #expect(screens.home.state.screen?.inbox.isEmpty == true)
    await screens.home.undo()
    #expect(screens.home.state.said?.text == "Taken back.")
    #expect(screens.home.state.screen?.inbox.count == 1)
    screens.home.dismissSaid()
    #expect(screens.home.state.said == nil)

    await screens.home.act(row.followUp, .letGo)
    await screens.home.act(row.followUp, .letGo)
    #expect(screens.home.state.said?.text == "Already handled.")
    #expect(screens.home.state.said?.undo == nil)
    await screens.home.undo()  // nothing to take back: nothing happens
    #expect(screens.home.state.said != nil)
  }

  @Test func undoThatComesTooLateIsSaid() async throws {
    let (screens, row) = try await due()
    await screens.home.act(row.followUp, .done)
    phone.clock.ms += 20_000
    await screens.home.undo()
    #expect(screens.home.state.said == nil)
  }

  @Test func aListThatCannotBeReadIsAState() async throws {
    let watched = WatchedCore(try phone.core())
    watched.fail("home")
    watched.fail("search")
    watched.fail("act")
    let home = Screens(core: watched, ports: phone.ports).home
    await home.load()
    #expect(home.state.screen == nil && home.state.trouble?.explanation == "ended in home")
    home.search("a")
    await home.settled()
    #expect(home.state.trouble?.explanation == "ended in search")
  }

  @Test func laterOffersDays() async throws {
    let (screens, row) = try await due()
    screens.home.offerLater(row.followUp)
    let choice = try #require(screens.home.state.later?.choices.first)
    await screens.home.act(row.followUp, .snooze(until: choice.until))
    #expect(screens.home.state.later == nil)
    #expect(screens.home.state.said?.text.contains(choice.dueText) == true)
    screens.home.offerLater(row.followUp)
    screens.home.closeLater()
    #expect(screens.home.state.later == nil)
  }

  @Test func laterCanBeADayOfOnesOwn() async throws {
    let (screens, row) = try await due()
    screens.home.offerLater(row.followUp)
    screens.home.pickDay(row.followUp)
    #expect(screens.home.state.later == nil && screens.home.state.picksDay == row.followUp)
    screens.home.closeDay()
    #expect(screens.home.state.picksDay == nil)
    screens.home.pickDay(row.followUp)
    await screens.home.act(row.followUp, .snooze(until: "2026-12-09"))
    #expect(screens.home.state.picksDay == nil)
    #expect(screens.home.state.said?.text.contains("9 Dec 2026") == true)
    #expect(await phone.center.waiting.count == 1)
    // A day that is over is refused, and nothing moves.
    let moved = try #require(screens.home.state.recent.first?.followUp)
    await screens.home.act(moved, .snooze(until: "2026-11-01"))
    #expect(screens.home.state.said?.text.contains("9 Dec 2026") == true)
  }

  @Test func nobodyYet() async throws { #expect(try await phone.start().home.state.isEmpty) }
}
