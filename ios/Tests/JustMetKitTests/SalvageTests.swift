import Foundation
import JustMetKit
import JustMetTestSupport
import Testing

@MainActor @Suite struct SalvageTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  @Test func whatCanBeReadIsSavedAndTheRestStaysBesideIt() async throws {
    do {
      let screens = try await phone.start()
      for number in 0..<40 { try await screens.save("Guest \(number), guest.\(number)@acme.example, slides, Tue") }
    }
    try phone.damage()
    let damaged = try Data(contentsOf: URL(fileURLWithPath: phone.path))
    let app = phone.app()
    await app.refresh()
    guard case .unopened(let trouble) = app.state else { throw AppModel.NotOpen(state: "\(app.state)") }
    #expect(trouble.kind == .damaged)

    await app.salvage()
    let home = try app.screens.home
    #expect(home.state.said?.text.contains("justmet.db.damaged-2026-11-23") == true)
    #expect(home.state.recent.count >= 30)
    #expect(!app.isSalvaging)
    let aside = phone.folder.appendingPathComponent("justmet.db.damaged-2026-11-23")
    #expect(try Data(contentsOf: aside) == damaged)
    // The reminders of those who were saved are handed over anew.
    let planned = home.state.recent.filter { $0.followUp?.phase == .planned }.count
    #expect(planned > 10)
    #expect(await phone.center.waiting.filter { !$0.contact.isEmpty }.count >= planned)
    await app.salvage()  // nothing is damaged any more
    #expect(try app.screens.home.state.recent.count >= 30)
  }

  @Test func whereNothingCanBeReadTheFileStays() async throws {
    let letter = Data("a letter to somebody".utf8)
    try letter.write(to: URL(fileURLWithPath: phone.path))
    let app = phone.app()
    await app.refresh()
    await app.salvage()
    guard case .unopened(let trouble) = app.state else { throw AppModel.NotOpen(state: "\(app.state)") }
    #expect(trouble.kind == .damaged && !trouble.explanation.isEmpty)
    #expect(try Data(contentsOf: URL(fileURLWithPath: phone.path)) == letter)
  }
}
