import Foundation
import JustMetKit
import JustMetTestSupport
import Security
import Testing
import UIKit
import UserNotifications

@testable import JustMetApp
@testable import JustMetPlatform

// One suite, one test after the other: the stand-ins are the process's own, like the system's services.
@MainActor @Suite(.serialized) struct ShellTests {}

extension ShellTests {
  @MainActor @Suite struct NotificationCenterTests {
    private let center = UNUserNotificationCenter.current()
    private let port = SystemNotificationCenter()
    private let base: Int64 = 1_795_600_000_000
    init() {
      center._stubReset()
      center._stubNow = { Date(timeIntervalSince1970: 1_795_600_000) }
    }

    private func request(
      _ name: String, in seconds: Int64?, generation: UInt32 = 1, write: String = "Write on WhatsApp"
    )
      -> NotificationRequest
    {
      NotificationRequest(
        identifier: "fu/\(name)", generation: generation, contact: "c-\(name)", title: "Slides for Priya", body: "Acme",
        write: write, alert: true, fireMs: seconds.map { base + $0 * 1000 })
    }

    @Test func whatIsAddedComesBack() async throws {
      try await port.add(request("a", in: 60, generation: 7))
      #expect(
        await port.pending() == [
          HeldNotification(identifier: "fu/a", generation: 7, fireMs: base + 60_000, alert: true)
        ])
      #expect(center._stubAdvance(to: Date(timeIntervalSince1970: Double(base) / 1000 + 61)) == ["fu/a"])
      #expect(await port.pending().isEmpty)
    }

    @Test func aQuietOneHasNoSoundAndIsKnownAsQuiet() async throws {
      try await port.add(
        NotificationRequest(
          identifier: "fu/a", generation: 1, contact: "c", title: "", body: "", write: "", alert: false,
          fireMs: base + 60_000))
      #expect(await port.pending().map(\.alert) == [false])
      let content = try #require(await center.pendingNotificationRequests().first).content
      #expect(content.sound == nil && content.interruptionLevel == .passive)
    }

    @Test func atOnceIsOnShowAtOnce() async throws {
      try await port.add(request("a", in: nil))
      #expect(await port.delivered().map(\.identifier) == ["fu/a"])
      await port.removeDelivered(["fu/a"])
      #expect(await port.delivered().isEmpty)
    }

    @Test func theSameNameReplacesAndRemovalRemoves() async throws {
      try await port.add(request("a", in: 60))
      try await port.add(request("a", in: 90, generation: 2))
      #expect(await port.pending().map(\.generation) == [2])
      await port.removePending(["fu/a"])
      #expect(await port.pending().isEmpty)
    }

    @Test func theLast64AddedAreKept() async throws {
      for number in 0..<70 { try await port.add(request("\(number)", in: Int64(1000 - number))) }
      let kept = await port.pending().map(\.identifier)
      #expect(kept.count == 64)
      #expect(!kept.contains("fu/5") && kept.contains("fu/6") && kept.contains("fu/69"))
    }

    @Test func fourActionsAndNothingOnALockedScreen() async throws {
      try await port.add(request("a", in: 60))
      try await port.add(request("b", in: 60, write: "Write an email"))
      try await port.add(request("c", in: 60))
      let categories = await center.notificationCategories()
      #expect(categories.count == 2)
      let whatsApp = try #require(categories.first { $0.identifier == "follow-up/Write on WhatsApp" })
      #expect(whatsApp.actions.map(\.title) == ["Write on WhatsApp", "Done", "Later", "Let go"])
      #expect(whatsApp.actions.map { $0.options.contains(.foreground) } == [true, false, false, false])
      let pending = await center.pendingNotificationRequests()
      #expect(pending.first?.content.categoryIdentifier == whatsApp.identifier)
      #expect(pending.first?.content.badge == nil)
    }

    @Test func leaveIsAskedOnce() async throws {
      #expect(await port.leave() == .notAsked)
      #expect(await port.askLeave() == .given)
      center._stubReset()
      center._stubGrants = false
      #expect(await port.askLeave() == .refused)
      #expect(await port.leave() == .refused)
    }

    @Test func tapsAreReadAndOthersLeftAlone() async throws {
      try await port.add(request("a", in: nil, generation: 3))
      let shown = try #require(await center.deliveredNotifications().first)
      let tap = { (action: String) in
        NotificationDelegate.tap(UNNotificationResponse(_stub: shown, actionIdentifier: action))
      }
      #expect(tap("done") == NotificationTap(identifier: "fu/a", generation: 3, contact: "c-a", verb: .done))
      #expect(tap(UNNotificationDefaultActionIdentifier)?.verb == nil)
      #expect(tap(UNNotificationDismissActionIdentifier) == nil)
      let other = UNNotificationRequest(identifier: "other", content: UNMutableNotificationContent(), trigger: nil)
      let foreign = UNNotification(_stub: other, date: Date())
      #expect(NotificationDelegate.tap(UNNotificationResponse(_stub: foreign, actionIdentifier: "done")) == nil)
    }
  }

  @MainActor @Suite struct KeychainTests {
    init() { _stubKeychainReset() }

    @Test func aSecretIsKeptReplacedAndRemoved() throws {
      let keychain = Keychain()
      #expect(try keychain.read("install") == nil)
      try keychain.write("install", Data("a".utf8))
      try keychain.write("install", Data("b".utf8))
      #expect(try keychain.read("install") == Data("b".utf8))
      #expect(try Keychain(service: "other").read("install") == nil)
      try keychain.remove("install")
      try keychain.remove("install")
      #expect(try keychain.read("install") == nil)
    }

    @Test func itStaysOnThisDeviceAndOpensAfterTheFirstUnlock() throws {
      try Keychain().write("install", Data("a".utf8))
      let query: [String: Any] = [
        kSecClass as String: kSecClassGenericPassword,
        kSecAttrAccessible as String: kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly,
      ]
      #expect(SecItemCopyMatching(query as CFDictionary, nil) == errSecSuccess)
    }
  }

  @MainActor @Suite struct LauncherTests {
    private let launcher = SystemLauncher()
    private let system = UIApplication.shared
    init() {
      system._stubOpened = []
      system._stubUniversalHosts = []
      system._stubOpenableSchemes = ["https", "mailto", "sms", "tel"]
      UIPasteboard.general.string = nil
    }

    private func opened(_ launch: Launch) async -> String? {
      guard await launcher.open(launch) else { return nil }
      return system._stubOpened.last?.absoluteString
    }

    @Test func aLinkGoesToItsAppElseToTheBrowser() async {
      system._stubUniversalHosts = ["wa.me"]
      #expect(await opened(.openLink(url: "https://wa.me/15145550142")) == "https://wa.me/15145550142")
      #expect(system._stubOpened.count == 1)
      #expect(await opened(.openLink(url: "https://linkedin.com/in/priya")) == "https://linkedin.com/in/priya")
      #expect(await opened(.openLink(url: "sgnl://nobody")) == nil)
      #expect(await opened(.openLink(url: "")) == nil)
    }

    @Test func mailAndTextsCarryWhatWasWritten() async {
      let mail = Launch.composeMail(to: "priya+a@acme.example", subject: "Slides & more", body: "Hi Priya,\n1 + 1 = 2?")
      #expect(
        await opened(mail)
          == "mailto:priya+a@acme.example?subject=Slides%20%26%20more&body=Hi%20Priya%2C%0D%0A1%20%2B%201%20%3D%202%3F")
      #expect(
        await opened(.composeSms(number: "+15145550142", body: "Grüße")) == "sms:+15145550142?body=Gr%C3%BC%C3%9Fe")
      #expect(await opened(.composeSms(number: "+15145550142", body: "")) == "sms:+15145550142")
      #expect(await opened(.dial(number: "+15145550142")) == "tel:+15145550142")
    }

    @Test func aNameIsCopied() async {
      #expect(await launcher.open(.copyText(text: "priya.rao")))
      #expect(UIPasteboard.general.string == "priya.rao")
    }

    @Test func theFallbackIsTakenWhereNoAppIs() async {
      let action = Action(
        primary: .openLink(url: "sgnl://x"), fallback: .dial(number: "+15145550142"), draft: .clipboard)
      #expect(await action.carryOut(with: launcher, draft: "Hi"))
      #expect(system._stubOpened.map(\.absoluteString) == ["tel:+15145550142"])
      #expect(UIPasteboard.general.string == "Hi")
      let nothing = Action(primary: .openLink(url: "sgnl://x"), fallback: nil, draft: .inline)
      #expect(await !nothing.carryOut(with: launcher))
    }
  }
}
