import Foundation
import JustMetKit
import JustMetTestSupport
import Testing

/// Every kind of error of the core, each brought about as it comes to be, and what a person meets of it.
@MainActor @Suite struct ErrorTests {
  private final class Stopped: Clock {
    func nowMs() throws -> Int64 { throw ShellError.Failed(reason: "stopped") }
    func timeZone() throws -> TzSnapshot { throw ShellError.Failed(reason: "stopped") }
  }

  /// A database beside the phone's, made by a backup: closed, and in one file.
  private func beside(_ phone: Phone, _ core: JustMet, change: (inout Data) -> Void) async throws -> Config {
    let url = phone.folder.appendingPathComponent("\(UUID().uuidString).db")
    _ = try await core.backup(path: url.path, passphrase: nil)
    var bytes = try Data(contentsOf: url)
    change(&bytes)
    try bytes.write(to: url)
    return Config(path: url.path, language: phone.language, region: "CA", platform: .ios)
  }

  /// As somebody would have to tear it out of the file: no statement finds it under its name.
  private static func lose(table: String, in bytes: inout Data) {
    let other = Data((table.dropLast() + "_").utf8)
    while let place = bytes.range(of: Data(table.utf8)) { bytes.replaceSubrange(place, with: other) }
  }

  /// A search that a newer one takes the place of.
  private func overtaken(_ core: JustMet) async throws {
    for _ in 0..<10_000 {
      async let older = core.search(text: "priya")
      await Task.yield()
      _ = try await core.search(text: "priya rao")
      _ = try await older
    }
  }

  /// In five languages: another sentence in each.
  @Test func everyKindIsSaidInFiveLanguages() async throws {
    var said: [String: Set<String>] = [:]
    func note(_ name: String, _ kind: Trouble.Kind, _ work: () async throws -> Void) async {
      do {
        try await work()
        Issue.record("\(name) did not come")
      } catch {
        let trouble = Trouble(error)
        #expect("\(error)".hasPrefix(name) && trouble.kind == kind && trouble.explanation.count > 10, "\(error)")
        said[name, default: []].insert(trouble.explanation)
      }
    }
    for language in [Language.en, .fr, .es, .de, .pt] {
      let phone = try Phone()
      phone.language = language
      let core = try JustMet.open(config: phone.config, clock: phone.clock)
      await note("Invalid", .invalid) { _ = try await core.save(line: " ", mode: .typed, edits: []) }
      await note("NotFound", .notFound) { _ = try await core.contact(id: "01890000-0000-7000-8000-000000000000") }
      await note("Shell", .fault) { _ = try JustMet.open(config: phone.config, clock: Stopped()) }
      let nowhere = Config(path: "/no/such/folder/a.db", language: language, region: nil, platform: .ios)
      await note("Storage", .storage) { _ = try JustMet.open(config: nowhere, clock: phone.clock) }
      let letter = try await beside(phone, core) { $0 = Data("a letter".utf8) }
      await note("DamagedDatabase", .damaged) { _ = try JustMet.open(config: letter, clock: phone.clock) }
      // SQLite's user_version, which is the schema's: four bytes at 60.
      let newer = try await beside(phone, core) { $0.replaceSubrange(60..<64, with: [0, 0, 0x7f, 0]) }
      await note("NewerDatabase", .newer) { _ = try JustMet.open(config: newer, clock: phone.clock) }
      let torn = try await beside(phone, core) { Self.lose(table: "tally", in: &$0) }
      await note("Internal", .fault) {
        _ = try await JustMet.open(config: torn, clock: phone.clock).page(cursor: nil, order: .name)
      }
      let heldConfig = try await beside(phone, core) { _ in }
      let held = try Held.whole(heldConfig.path)
      await note("Busy", .locked) { _ = try JustMet.open(config: heldConfig, clock: phone.clock) }
      held.letGo()
      await note("Interrupted", .interrupted) { try await overtaken(core) }
    }
    #expect(said.count == 9)
    for (name, sentences) in said { #expect(sentences.count == 5, "\(name): \(sentences)") }
  }

  /// Another program writes for longer than anybody waits: the line stays, and is saved when it has ended.
  @Test func aLineThatCannotBeSavedNowStays() async throws {
    let phone = try Phone()
    let screens = try await phone.start()
    try await screens.save("Priya Rao")
    let held = try Held.writing(phone.path)
    screens.capture.type("Tom Ode, Acme")
    await screens.capture.settled()
    await screens.capture.save()
    #expect(screens.capture.state.trouble?.kind == .locked)
    #expect(screens.capture.state.line == "Tom Ode, Acme" && screens.capture.state.canSave)
    held.letGo()
    await screens.capture.save()
    #expect(screens.capture.state.trouble == nil)
    #expect(screens.home.state.recent.map(\.title) == ["Tom Ode", "Priya Rao"])
  }

  @Test func aDatabaseThatIsHeldIsOpenedOnceItIsLetGo() async throws {
    let phone = try Phone()
    do { try await phone.start().save("Priya Rao") }
    let held = try Held.whole(phone.path)
    let app = phone.app()
    await app.refresh()
    guard case .unopened(let trouble) = app.state else { throw AppModel.NotOpen(state: "\(app.state)") }
    #expect(trouble.kind == .locked)
    held.letGo()
    await app.refresh()
    #expect(try app.screens.home.state.recent.map(\.title) == ["Priya Rao"])
  }

  /// A fault of the core is a sentence where one is, and what was there before stays on the screen.
  @Test func aFaultOfTheCoreIsSaidOnTheScreen() async throws {
    let phone = try Phone()
    let core = try JustMet.open(config: phone.config, clock: phone.clock)
    let torn = try await beside(phone, core) { Self.lose(table: "tally", in: &$0) }
    let home = Screens(core: try JustMet.open(config: torn, clock: phone.clock), ports: phone.ports).home
    await home.load()
    #expect(home.state.trouble?.kind == .fault)
    #expect(home.state.trouble?.explanation.contains("went wrong inside JustMet") == true)
  }

  /// What is thrown that is no error of the core.
  @Test func whatIsNoErrorOfTheCoreIsAFault() {
    #expect(Trouble(Trouble(kind: .locked, explanation: "x")).kind == .locked)
    #expect(Trouble(CocoaError(.fileNoSuchFile)).kind == .fault)
  }
}
