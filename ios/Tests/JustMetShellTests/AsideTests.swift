import Foundation
import JustMetKit
import JustMetTestSupport
import SwiftUI
import Testing
import UIKit

@testable import JustMetUI

/// What is reached from a menu or by a detour, driven as a person does.
@MainActor @Suite(.serialized) struct AsideTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  private func host(_ app: AppModel) async throws -> StubHost {
    await app.refresh()
    return StubHost(RootView(model: app))
  }

  @Test func theMenuLeadsToTheSettings() async throws {
    let app = phone.app()
    let host = try await host(app)
    try host.tap("Settings")
    await host.settle()
    #expect(host.shows("Learned from answers"))
    #expect(host.unlabelled.isEmpty)
    try host.type("Ana Roy", into: "Your name in messages")
    try host.tap("Save")
    try await eventually("kept") { (try? host.find("Save") { $0.action != nil }) == nil }
    try host.toggle("The usual weekend of the region", false)
    try await eventually("seven days") { host.all.filter { $0.kind == "Toggle" }.count >= 8 }
    let monday = SettingsView.name(of: 0)
    #expect(SettingsView.name(of: 6) != monday)
    try host.toggle(monday, true)
    try await eventually("Monday is off") {
      host.all.contains { node in
        node.kind == "Toggle" && node.label == monday
          && node.modifiers.contains { $0.name == "value" && $0.value as? Bool == true }
      }
    }
    try host.type("2026-12-25T12:00:00Z", into: "Day")
    try host.tap("Add")
    try await eventually("a day off") { host.shows("2026-12-25") }
    try host.tap("Remove 2026-12-25")
    try await eventually("gone") { !host.shows("2026-12-25") }
    let yearly = try #require(host.all.first { $0.label == "After 12 months" && $0.action != nil }?.action)
    yearly()
    try await eventually("set") {
      host.all.contains { node in
        node.kind == "Picker" && node.label.hasPrefix("Offer to forget")
          && node.modifiers.contains { "\($0.value ?? "")".contains("12") }
      }
    }
    try host.tap("Close")
    #expect(!host.outline.contains("sheet"))
  }

  @Test func aBackupIsMadeAndBroughtBack() async throws {
    try await phone.start().save("Priya Rao, Acme")
    let app = phone.app()
    let host = try await host(app)
    try host.tap("Backup")
    await host.settle()
    #expect(host.unlabelled.isEmpty)
    try host.type("blue kayak", into: "Passphrase")
    try host.tap("Make a backup")
    try await eventually("made") { (try? host.find("Keep the file") { $0.action != nil }) != nil }
    let made = try host.find("Keep the file") { $0.action != nil }
    let file = try #require(made.modifiers.first { $0.name == "item" }?.value as? URL)
    let kept = phone.folder.appendingPathComponent("kept.justmet")
    try FileManager.default.copyItem(at: file, to: kept)

    try host.tap("Restore from a file")
    try host.type(kept.path, into: "public.data")
    try await eventually("its passphrase is asked for") { host.outline.contains("Passphrase of the backup") }
    try host.type("blue kayak", into: "Passphrase of the backup")
    try host.tap("Restore")
    try await eventually("restored") { !host.outline.contains("Passphrase of the backup") }
    try host.tap("Export as text")
    try await eventually("exported") {
      let item = try host.find("Keep the file") { $0.action != nil }.modifiers.first { $0.name == "item" }?.value
      return (item as? URL)?.pathExtension == "json"
    }
    try host.tap("Look whether the database is whole")
    try await eventually("looked at") { host.all.contains { $0.kind == "Label" && $0.label.contains("in order") } }
    // A file that the system does not hand out.
    try host.tap("Restore from a file")
    try host.type("", into: "public.data")
    try await eventually("said") { host.all.contains { $0.kind == "Label" } }
    try host.tap("Close")
    #expect(!host.outline.contains("sheet"))
    #expect(host.shows("Priya Rao"))
  }

  @Test func whatIsDamagedIsSalvaged() async throws {
    do {
      let screens = try await phone.start()
      for number in 0..<40 { try await screens.save("Guest \(number), guest.\(number)@acme.example, slides") }
    }
    try phone.damage()
    let app = phone.app()
    let host = try await host(app)
    #expect(host.all.contains { $0.label == "The database is damaged" })
    _ = try host.find("Export the database") { $0.action != nil }
    _ = try host.find("Try again") { $0.action != nil }
    #expect(host.unlabelled.isEmpty)
    try host.tap("Save what can be read")
    try await eventually("saved, and said") { host.shows("justmet.db.damaged-") }
    #expect(host.shows("Guest"))
  }

  @Test func aKeyThatIsElsewhereIsSaidAndOneBeginsAnew() async throws {
    try await phone.start().save("Priya Rao")
    try phone.keychain.remove("database-key")  // as after the phone's own backup was brought to another one
    let app = phone.app()
    let host = try await host(app)
    #expect(host.shows("Another phone has its key"))
    #expect(!host.outline.contains("Save what can be read") && host.unlabelled.isEmpty)
    _ = try host.find("Export the database") { $0.action != nil }
    try host.tap("Begin anew")
    try await eventually("an empty database") { host.shows("Whom did you just meet?") }
  }

  @Test func aCardIsPasted() async throws {
    let app = phone.app()
    let host = try await host(app)
    try host.tap("Add someone")
    UIPasteboard.general.string = nil
    try host.tap("Paste")
    #expect(try host.value(of: "What you know of them") == "")
    UIPasteboard.general.string = "Priya Rao\nAcme\npriya@acme.example"
    try host.tap("Paste")
    #expect(try host.value(of: "What you know of them") == "Priya Rao\nAcme\npriya@acme.example")
    try host.tap("Save")
    try await eventually("listed") { try app.screens.home.state.recent.map(\.title) == ["Priya Rao"] }
  }

  @Test func laterCanBeAnotherDay() async throws {
    try await phone.start().save("Priya Rao, slides, Tue")
    phone.clock.ms += 20 * 3_600_000
    let app = phone.app()
    let host = try await host(app)
    try host.tap("Later")
    try host.tap("Another day")
    #expect(!host.outline.contains("confirmationDialog") && host.outline.contains("DatePicker"))
    try host.tap("Cancel")
    #expect(!host.outline.contains("DatePicker"))
    try host.tap("Later")
    try host.tap("Another day")
    try host.type("2026-12-09T12:00:00Z", into: "Another day")
    try host.tap("Apply")
    try await eventually("put off") { host.shows("9 Dec 2026") }
    #expect(!host.outline.contains("sheet"))
  }

  @Test func whatWasFoundStandsOut() async throws {
    try await phone.start().save("Zoë Müller, Acme, z.m@globex.example, met at RustConf")
    let app = phone.app()
    let host = try await host(app)
    try host.type("mull", into: "Search")
    let marked = {
      host.all.flatMap { $0.modifiers.filter { $0.name == "marked" } }.compactMap { $0.value as? [String] }
    }
    try await eventually("marked") { marked() == [["Müll"]] }
    try host.type("globex", into: "Search")
    try await eventually("found elsewhere") { marked() == [["globex"]] }
  }

  @Test func theQuestionIsAskedOfSomebodyWhoIsKept() async throws {
    let saved = try await phone.start().save("Priya Rao, Acme, priya@acme.example")
    let app = phone.app()
    let host = try await host(app)
    app.destination = .contact(id: saved.contact.id)
    _ = host.nodes
    await host.settle()
    try host.tap("Ask them")
    #expect(host.shows("How would you like to stay in touch?"))
    try host.tap("More")
    try host.tap("Telegram")
    try host.type("@priya_rao", into: "Number, address or name there")
    let done = try #require(host.all.last { $0.kind == "Button" && $0.label == "Done" }?.action)
    done()
    try await eventually("their wish") { host.all.contains { $0.label == "Write on Telegram" } }
    #expect(!host.outline.contains("fullScreenCover"))
  }

  @Test func whoWasNeverFollowedUpIsOfferedInTheApp() async throws {
    do {
      let screens = try await phone.start()
      try await screens.save("Ana Roy, no follow up")
      try await screens.save("Bo Lind, no follow up")
      let settings = screens.settings()
      await settings.load()
      await settings.offerDeletion(after: 6)
    }
    phone.clock.ms += 200 * 86_400_000
    let app = phone.app()
    let host = try await host(app)
    try host.tap("Look at them")
    await host.settle()
    #expect(host.unlabelled.isEmpty)
    try host.tap("Forget Ana Roy")
    try await eventually("forgotten") { host.shows("Forgotten.") }
    try host.tap("Undo")
    try await eventually("back") { (try? host.find("Forget Ana Roy")) != nil }
    try host.tap("Keep Bo Lind")
    try await eventually("one left") { (try? host.find("Keep Bo Lind")) == nil }
    try host.tap("Keep all")
    try await eventually("nobody") { host.shows("Nobody here.") }
    let close = try #require(host.all.first { $0.kind == "Button" && $0.label == "Close" }?.action)
    close()
    #expect(!host.shows("Nobody here.") && !host.outline.contains("Look at them"))
  }
}
