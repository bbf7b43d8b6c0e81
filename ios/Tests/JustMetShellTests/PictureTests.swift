import Foundation
import JustMetKit
import JustMetTestSupport
import SwiftUI
import Testing

@testable import JustMetUI

/// What stands on the three screens, as text. A change of it is looked at, and the file written anew by removing it.
@MainActor @Suite(.serialized) struct PictureTests {
  private let phone: Phone
  init() throws { phone = try Phone() }

  private func compare(_ picture: String, with name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Pictures/\(name).txt")
    guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
      try picture.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(name).txt was not there and is written now: look at it")
      return
    }
    #expect(picture == kept)
  }

  @Test func capture() async throws {
    let screens = try await phone.start()
    screens.capture.type("Priya Rao, Acme, prefers WhatsApp 514 555 0142, slides, Tue")
    await screens.capture.settled()
    try compare(StubHost(CaptureView(model: screens.capture)).picture, with: "capture")
  }

  @Test func home() async throws {
    let screens = try await phone.start()
    try await screens.save("Priya Rao, Acme, prefers WhatsApp 514 555 0142, slides, Tue, met at RustConf")
    phone.clock.ms += 1000
    try await screens.save("Tom Ode, Globex, tom.ode@globex.example, met at RustConf, call in 3 days")
    phone.clock.ms += 16 * 3_600_000
    await screens.home.load()
    try compare(StubHost(HomeView(screens: screens, app: phone.app())).picture, with: "home")
  }

  @Test func contact() async throws {
    let screens = try await phone.start()
    let saved = try await screens.save(
      "Priya Rao, Acme, prefers WhatsApp 514 555 0142, priya@acme.example, slides, Tue")
    let contact = screens.contact(saved.contact.id)
    await contact.load()
    try compare(StubHost(ContactView(model: contact)).picture, with: "contact")
  }
}
