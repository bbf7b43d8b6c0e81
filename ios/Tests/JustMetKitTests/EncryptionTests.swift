import Foundation
import JustMetKit
import JustMetTestSupport
import Testing

/// The key of the database: made in the keychain, never lost on the way there and back. One test after the other, as
/// SQLCipher sets itself up once for a whole process.
@MainActor @Suite(.serialized) struct EncryptionTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  private func encrypted() async throws -> AppModel {
    let app = phone.app()
    await app.refresh()
    try await app.screens.save("Priya Rao, Acme, priya@acme.example")
    let settings = try app.screens.settings()
    await settings.load()
    #expect(settings.state.canEncrypt && !settings.state.isEncrypted)
    await settings.setEncrypted(true)
    return app
  }

  private func titles(_ app: AppModel) throws -> [String?] { try app.screens.home.state.recent.map(\.title) }

  @Test func onAndOffKeepEverybody() async throws {
    guard try canEncrypt() else { return try await withoutEncryptionItSaysSo() }
    do {
      let app = try await encrypted()
      #expect(try titles(app) == ["Priya Rao"])
    }
    #expect(try !phone.isPlain)
    let file = try Data(contentsOf: URL(fileURLWithPath: phone.path))
    #expect(file.range(of: Data("priya".utf8)) == nil && file.range(of: Data("Acme".utf8)) == nil)
    #expect(try phone.keychain.read("database-key")?.count == 32)

    // Another start, and another switch of the same kind.
    let again = phone.app()
    await again.refresh()
    #expect(try titles(again) == ["Priya Rao"])
    let settings = try again.screens.settings()
    #expect(settings.state.isEncrypted)
    await settings.setEncrypted(true)
    #expect(try titles(again) == ["Priya Rao"])

    await settings.setEncrypted(false)
    #expect(try titles(again) == ["Priya Rao"])
    #expect(try phone.isPlain)
    #expect(try phone.keychain.read("database-key") == nil)
    // The key is kept until a plain database was opened.
    _ = try await phone.start()
    #expect(try phone.keychain.read("former-database-key") == nil)
  }

  @Test func endingBetweenTheKeyAndTheFileLosesNothing() async throws {
    guard try canEncrypt() else { return }
    _ = try await encrypted()
    // The process ended after the key was put aside, and before the file was written plain.
    let key = try #require(try phone.keychain.read("database-key"))
    try phone.keychain.write("former-database-key", key)
    try phone.keychain.remove("database-key")
    let app = phone.app()
    await app.refresh()
    #expect(try titles(app) == ["Priya Rao"])
    #expect(try phone.isPlain)
  }

  @Test func beforeTheFirstUnlockItWaits() async throws {
    guard try canEncrypt() else { return }
    _ = try await encrypted()
    phone.keychain.isLocked = true
    for language in [Language.en, .fr, .es, .de, .pt] {
      phone.language = language
      let app = phone.app()
      await app.refresh()
      guard case .unopened(let trouble) = app.state else { throw AppModel.NotOpen(state: "\(app.state)") }
      #expect(trouble.kind == .fault && trouble.explanation.count > 40)
    }
    phone.keychain.isLocked = false
    let app = phone.app()
    await app.refresh()
    #expect(try titles(app) == ["Priya Rao"])
  }

  /// The backup of the device brought the files, and not the key.
  @Test func onAnotherPhoneItSaysWhereTheKeyIs() async throws {
    guard try canEncrypt() else { return }
    _ = try await encrypted()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: phone.path))
    let other = try Phone()
    try bytes.write(to: URL(fileURLWithPath: other.path))
    other.keeper.save(phone.keeper.load())
    let app = other.app()
    await app.refresh()
    guard case .unopened(let trouble) = app.state else { throw AppModel.NotOpen(state: "\(app.state)") }
    #expect(trouble.kind == .keyless)
    #expect(try Data(contentsOf: URL(fileURLWithPath: other.path)) == bytes)
  }

  @Test func aKeychainThatTakesNoKeyLeavesItAsItWas() async throws {
    guard try canEncrypt() else { return }
    let app = phone.app()
    await app.refresh()
    try await app.screens.save("Priya Rao")
    phone.keychain.isFull = true
    await (try app.screens.settings()).setEncrypted(true)
    #expect(try app.screens.home.state.said != nil)
    #expect(try titles(app) == ["Priya Rao"])
    #expect(try phone.isPlain)
    #expect(!phone.keeper.load().isEncrypted)
  }

  /// A library that was built without it.
  private func withoutEncryptionItSaysSo() async throws {
    let app = phone.app()
    await app.refresh()
    try await app.screens.save("Priya Rao")
    let settings = try app.screens.settings()
    await settings.load()
    #expect(!settings.state.canEncrypt)
    await settings.setEncrypted(true)
    #expect(try app.screens.home.state.said?.text.contains("cannot encrypt") == true)
    #expect(try titles(app) == ["Priya Rao"])
    #expect(try phone.isPlain)
  }
}
