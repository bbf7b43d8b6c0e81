import Foundation
import JustMetTestSupport
import Testing

@testable import JustMetKit

/// Everything that is kept is encrypted, with a key that is made once and never lost; and where it cannot be, that is said.
@MainActor @Suite struct EncryptionTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  private func titles(_ app: AppModel) throws -> [String?] { try app.screens.home.state.recent.map(\.title) }

  private func started() async -> AppModel {
    let app = phone.app()
    await app.refresh()
    return app
  }

  private func trouble(_ app: AppModel) throws -> Trouble {
    guard case .unopened(let trouble) = app.state else { throw AppModel.NotOpen(state: "\(app.state)") }
    return trouble
  }

  /// Somebody in a plain database, as a build before this one, or a restored backup, left it.
  private func keepPlainly() async throws {
    let core = try JustMet.open(config: phone.config, clock: phone.clock)
    _ = try await core.save(line: "Priya Rao, Acme, priya@acme.example", mode: .typed, edits: [])
  }

  /// The files of the folder that hold that text somewhere.
  private func holding(_ text: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: phone.folder, includingPropertiesForKeys: nil)
      .filter { try Data(contentsOf: $0).range(of: Data(text.utf8)) != nil }.map(\.lastPathComponent)
  }

  @Test func whatIsKeptIsEncryptedFromTheFirstStartOn() async throws {
    do {
      let screens = try await phone.start()
      try await screens.save("Priya Rao, Acme, priya@acme.example")
      for text in ["SQLite format 3", "Priya", "priya@acme", "Acme"] { #expect(try holding(text).isEmpty, "\(text)") }
    }
    for text in ["SQLite format 3", "Priya", "priya@acme", "Acme"] { #expect(try holding(text).isEmpty, "\(text)") }
    let key = try #require(try phone.keychain.read("database-key"))
    #expect(key.count == 32 && Set(key).count > 8)
    #expect(phone.keeper.load().isEncrypted)
    #expect(try titles(await started()) == ["Priya Rao"])
    #expect(try phone.keychain.read("database-key") == key)
    #expect(try DatabaseKeys(phone.keychain).headerSalt() == nil)
  }

  @Test func aPlainDatabaseIsEncryptedAtTheNextStart() async throws {
    try await keepPlainly()
    #expect(try phone.isPlain && !holding("Priya").isEmpty)
    let app = await started()
    #expect(try titles(app) == ["Priya Rao"])
    try await app.screens.save("Tom Ode, tom@ode.example")
    for text in ["SQLite format 3", "Priya", "Tom Ode"] { #expect(try holding(text).isEmpty, "\(text)") }
  }

  /// The process ended after the key was made, and before the first page was encrypted with it.
  @Test func endingBetweenTheKeyAndTheFileLosesNothing() async throws {
    try await keepPlainly()
    let key = try DatabaseKeys(phone.keychain).databaseKey()
    #expect(try titles(await started()) == ["Priya Rao"])
    #expect(try !phone.isPlain)
    #expect(try phone.keychain.read("database-key") == key)
  }

  @Test func beforeTheFirstUnlockItWaits() async throws {
    try await phone.start().save("Priya Rao")
    phone.keychain.isLocked = true
    var said: Set<String> = []
    for language in [Language.en, .fr, .es, .de, .pt] {
      phone.language = language
      let trouble = try trouble(await started())
      #expect(trouble.kind == .fault && trouble.explanation.count > 40)
      said.insert(trouble.explanation)
    }
    #expect(said.count == 5)
    phone.keychain.isLocked = false
    #expect(try titles(await started()) == ["Priya Rao"])
  }

  /// Locked, or full: it is said, and nothing is kept in the open instead.
  @Test(arguments: [true, false])
  func aKeychainThatRefusesIsSaidAndNothingIsKeptInTheOpen(_ isLocked: Bool) async throws {
    phone.keychain.isLocked = isLocked
    phone.keychain.isFull = !isLocked
    let app = await started()
    #expect(try trouble(app).explanation.contains("key of the database"))
    #expect(app.files.isEmpty)
    await #expect(throws: Trouble.self) { _ = try await app.add("Priya Rao") }
    #expect(try holding("Priya").isEmpty)

    // What is plain from before stays as it is until there is a key.
    try await keepPlainly()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: phone.path))
    await app.refresh()
    #expect(try trouble(app).kind == .fault)
    #expect(try Data(contentsOf: URL(fileURLWithPath: phone.path)) == bytes)
    (phone.keychain.isLocked, phone.keychain.isFull) = (false, false)
    await app.refresh()
    #expect(try titles(app) == ["Priya Rao"])
    #expect(try !phone.isPlain)
  }

  /// The backup of the device brought the files, and not the key: it is said where that is, and there is a way on.
  @Test func onAnotherPhoneItSaysWhereTheKeyIsAndBeginsAnew() async throws {
    try await phone.start().save("Priya Rao")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: phone.path))
    let other = try Phone()
    try bytes.write(to: URL(fileURLWithPath: other.path))
    other.keeper.save(phone.keeper.load())
    let app = other.app()
    await app.refresh()
    #expect(try trouble(app).kind == .keyless)
    #expect(try Data(contentsOf: URL(fileURLWithPath: other.path)) == bytes)
    #expect(try other.keychain.read("database-key") == nil)

    await app.beginAnew()
    #expect(try titles(app).isEmpty)
    #expect(try !other.isPlain)
    let files = try FileManager.default.contentsOfDirectory(atPath: other.folder.path)
    let beside = files.filter { $0.contains(".closed-") }
    #expect(beside.count == 1)
    #expect(try Data(contentsOf: other.folder.appendingPathComponent(beside[0])) == bytes)

    // The first phone's backup brings everybody.
    let backup = try await phone.start().backup(in: phone.folder)
    await backup.make(passphrase: "blue kayak")
    let restoring = try app.screens.backup(in: other.folder)
    await restoring.take(try #require(backup.state.file))
    await restoring.restore(passphrase: "blue kayak")
    await app.refresh()
    #expect(try titles(app) == ["Priya Rao"])
    #expect(try !other.isPlain)
    await app.beginAnew()  // open: there is nothing to leave behind
    #expect(try titles(app) == ["Priya Rao"])
  }

  @Test func twoThatAreSetAsideOnOneDayLieBesideEachOther() throws {
    for text in ["one", "two", "three"] {
      for end in ["", "-wal"] { try Data((text + end).utf8).write(to: URL(fileURLWithPath: phone.path + end)) }
      try Opening.setAside(phone.config, phone.ports, today: Date(timeIntervalSince1970: 1_795_476_600))
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: phone.folder.path).sorted() == [
        "justmet.db.closed-2026-11-23", "justmet.db.closed-2026-11-23-2", "justmet.db.closed-2026-11-23-2-wal",
        "justmet.db.closed-2026-11-23-3", "justmet.db.closed-2026-11-23-3-wal", "justmet.db.closed-2026-11-23-wal",
      ])
  }
}
