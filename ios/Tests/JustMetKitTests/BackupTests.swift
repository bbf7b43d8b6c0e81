import Foundation
import JustMetKit
import JustMetTestSupport
import Testing

@MainActor @Suite struct BackupTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  private func backup(_ screens: Screens) -> BackupModel { screens.backup(in: phone.folder) }

  /// The file as the person keeps it: the model makes a new one in the same place.
  private func kept(_ model: BackupModel) throws -> URL {
    let file = try #require(model.state.file)
    let kept = phone.folder.appendingPathComponent("kept-\(file.lastPathComponent)")
    try FileManager.default.copyItem(at: file, to: kept)
    return kept
  }

  @Test func aSealedBackupBringsEverythingBack() async throws {
    let screens = try await phone.start()
    let saved = try await screens.save()
    let model = backup(screens)
    await model.make(passphrase: "blue kayak")
    #expect(model.state.trouble == nil && model.state.said != nil)
    let file = try kept(model)
    await screens.contact(saved.contact.id).forget()
    #expect(screens.home.state.recent.isEmpty)

    await model.take(file)
    #expect(model.state.sealed != nil && model.state.said == nil)
    await model.restore(passphrase: "red kayak")
    #expect(model.state.trouble?.kind == .invalid && model.state.sealed != nil)
    await model.restore(passphrase: "blue kayak")
    #expect(model.state.trouble == nil && model.state.sealed == nil)
    #expect(screens.home.state.recent.map(\.title) == ["Priya Rao"])
    #expect(await phone.center.waiting.count == 1)
    await model.restore(passphrase: "blue kayak")  // nothing is chosen
    #expect(model.state.trouble == nil)
  }

  @Test func withoutAPassphraseItNeedsNone() async throws {
    let screens = try await phone.start()
    try await screens.save()
    let model = backup(screens)
    await model.make(passphrase: "")
    let file = try kept(model)
    try await screens.save("Tom")
    await model.take(file)
    #expect(model.state.sealed == nil && model.state.trouble == nil)
    #expect(screens.home.state.recent.map(\.title) == ["Priya Rao"])
  }

  @Test func anExportIsAddedToWhatIsThere() async throws {
    let screens = try await phone.start()
    try await screens.save()
    let model = backup(screens)
    await model.export()
    let file = try kept(model)
    #expect(file.pathExtension == "json")
    #expect(try String(contentsOf: file, encoding: .utf8).contains("Priya Rao"))
    let other = try Phone()
    let there = try await other.start()
    try await there.save("Tom")
    let importing = there.backup(in: other.folder)
    await importing.take(file)
    #expect(importing.state.trouble == nil && importing.state.said != nil)
    #expect(there.home.state.recent.count == 2)
  }

  @Test func whatIsNoBackupChangesNothing() async throws {
    let screens = try await phone.start()
    try await screens.save()
    let model = backup(screens)
    let letter = phone.folder.appendingPathComponent("letter.txt")
    try Data("a letter".utf8).write(to: letter)
    await model.take(letter)
    #expect(model.state.trouble?.kind == .damaged)
    #expect(screens.home.state.recent.count == 1)
    await model.take(phone.folder.appendingPathComponent("nowhere.txt"))
    #expect(model.state.trouble != nil)
    model.refuse(CocoaError(.fileReadNoPermission))
    #expect(model.state.trouble?.kind == .fault)
    model.cancel()
    await model.check()
    #expect(model.state.said != nil && model.state.trouble == nil)
  }

  @Test func aSealedOneThatIsLeftIsRemoved() async throws {
    let screens = try await phone.start()
    try await screens.save()
    let model = backup(screens)
    await model.make(passphrase: "blue kayak")
    await model.take(try kept(model))
    let copy = try #require(model.state.sealed)
    #expect(FileManager.default.fileExists(atPath: copy.path))
    model.cancel()
    #expect(model.state.sealed == nil && !FileManager.default.fileExists(atPath: copy.path))
  }
}
