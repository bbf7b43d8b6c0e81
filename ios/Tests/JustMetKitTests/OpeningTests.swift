import Foundation
import JustMetKit
import JustMetTestSupport
import Testing

/// A core that does not open is a state with a way on, never a crash.
@MainActor @Suite struct OpeningTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  private func trouble(_ app: AppModel) throws -> Trouble {
    guard case .unopened(let trouble) = app.state else { throw AppModel.NotOpen(state: "\(app.state)") }
    return trouble
  }

  @Test(arguments: [Language.en, .fr, .es, .de, .pt])
  func aDamagedFileSaysSoAndIsLeftAsItIs(_ language: Language) async throws {
    let bytes = Data("this is no database at all, but a letter to somebody".utf8)
    try bytes.write(to: URL(fileURLWithPath: phone.path))
    phone.language = language
    let app = phone.app()
    await app.refresh()
    let trouble = try trouble(app)
    #expect(trouble.kind == .damaged && trouble.explanation.count > 20)
    #expect(app.files.map(\.lastPathComponent) == ["justmet.db"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: phone.path)) == bytes)

    // The person puts it away: trying again opens.
    try FileManager.default.removeItem(atPath: phone.path)
    await app.open()
    _ = try app.screens
  }

  @Test func aNewerDatabaseAsksForAnUpdate() async throws {
    _ = try await Phone().core().backup(path: phone.path, passphrase: nil)  // plain, and in one file
    // The schema's version stands at byte 60 of the header, the four bytes of SQLite's user_version.
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: phone.path))
    try file.seek(toOffset: 60)
    try file.write(contentsOf: Data([0, 0, 0x7f, 0]))
    try file.close()
    let app = phone.app()
    await app.refresh()
    #expect(try trouble(app).kind == .newer)
    #expect(!app.files.isEmpty)
  }

  @Test func withoutAFolderThereIsAReason() async throws {
    let config = Config(path: "/no/such/folder/justmet.db", language: .en, region: nil, platform: .ios)
    let app = AppModel(config: config, ports: phone.ports)
    await app.refresh()
    #expect(try trouble(app).kind == .storage)
    #expect(app.files.isEmpty)
    await app.handle(NotificationTap(identifier: "fu/x", generation: 1, contact: "x", verb: .done))
    #expect(app.destination == nil)
    await #expect(throws: Trouble.self) { _ = try await app.add("Priya") }
  }

  @Test func aStartAsksTheCoreOnceBeforeTheFieldHasFocus() async throws {
    let phone = phone
    nonisolated(unsafe) var watched: WatchedCore?
    let app = AppModel(config: phone.config, ports: phone.ports) { config, ports in
      let core = WatchedCore(try JustMet.open(config: config, clock: ports.clock))
      watched = core
      return core
    }
    app.destination = .capture(line: "")
    await app.open()
    // Here the capture screen is drawn, with its field in focus: only opening was asked for.
    let screens = try app.screens
    #expect(screens.capture.state.line.isEmpty)
    #expect(watched?.calls == [])
    await app.refresh()
    #expect(watched?.calls == ["home", "reconcile", "deletionOffer"])
  }

  @Test func openingTwiceAtOnceOpensOnce() async throws {
    nonisolated(unsafe) var opened = 0
    let app = AppModel(config: phone.config, ports: phone.ports) { config, ports in
      opened += 1
      return try JustMet.open(config: config, clock: ports.clock)
    }
    async let one: Void = app.open()
    async let two: Void = app.open()
    _ = await (one, two)
    #expect(opened == 1)
  }
}

@MainActor @Suite struct AddPersonTests {
  @Test func twoTurnsSaveOnePerson() async throws {
    let phone = try Phone()
    let app = phone.app()
    #expect(try await app.lacksWish("Priya from Acme"))
    #expect(try await !app.lacksWish("Priya prefers WhatsApp 514 555 0142"))
    let line = AppModel.joined("Priya from Acme", wish: "prefers WhatsApp 514 555 0142")
    let saved = try await app.add(line)
    #expect(saved.suggestion.channel == .whatsApp)
    #expect(saved.spoken.contains("Write on WhatsApp: they asked for it. "))
    #expect(await phone.center.waiting.count == 1)
    #expect(AppModel.joined("Priya", wish: " ") == "Priya")
  }
}

@Suite struct SmallTests {
  @Test func theFirstLanguageThatIsSpokenWins() {
    #expect(Language.preferred(["de-AT", "en"]) == .de)
    #expect(Language.preferred(["nl", "pt_BR"]) == .pt)
    #expect(Language.preferred(["ja"]) == .en)
    #expect(Language.preferred([]) == .en)
  }

  @Test func initialsStandOnAColourThatKeeps() {
    let avatar = Avatar(id: "0192-a", name: "Priya  van Rao")
    #expect(avatar.initials == "PR")
    #expect(avatar == Avatar(id: "0192-a", name: "Priya Rao"))
    #expect(Avatar(id: "b", name: nil).initials == "?")
    #expect(Avatar(id: "b", name: "李").initials == "李")
    let colours = Set((0..<200).map { Avatar(id: "\($0)", name: nil).colour })
    #expect(colours.count > 5)
    for colour in colours {
      let light = luminance(colour)
      #expect(1.05 / (light + 0.05) >= 4.5, "\(colour)")
    }
  }

  /// Relative luminance (WCAG 2.2).
  private func luminance(_ colour: [UInt8]) -> Double {
    let parts = colour.map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test func theZoneIsATableOfItsChanges() throws {
    let zone = try #require(TimeZone(identifier: "America/Toronto"))
    let table = TzSnapshot.of(zone, around: Date(timeIntervalSince1970: 1_795_476_600))
    #expect(table.offsetAtStartS == -18_000)
    #expect(table.transitions.map(\.offsetAfterS) == [-14_400, -18_000])
    #expect(table.transitions.first?.atMs == 1_805_007_600_000)  // 14 Mar 2027, 07:00 UTC
    #expect(try SystemClock().nowMs() > 1_700_000_000_000)
    #expect(try !SystemClock().timeZone().zoneId.isEmpty)
  }
}
