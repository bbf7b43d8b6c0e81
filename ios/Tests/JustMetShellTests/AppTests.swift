import BackgroundTasks
import Foundation
import JustMetKit
import SwiftUI
import Testing
import UserNotifications

@testable import JustMetApp
@testable import JustMetPlatform

extension ShellTests {
  /// The app itself, in a home of its own: its one shell lives as long as the process.
  @MainActor @Suite(.serialized) struct AppTests {
    init() {
      let home = FileManager.default.temporaryDirectory.appendingPathComponent(
        "home-\(ProcessInfo.processInfo.processIdentifier)")
      setenv("XDG_DATA_HOME", home.path, 1)
      UNUserNotificationCenter.current()._stubReset()
    }

    @Test func theAppIsLaidOut() {
      _ = JustMetApp().body
      #expect(UNUserNotificationCenter.current().delegate != nil)
    }

    @Test func addingAPersonTakesTwoTurnsAtMost() async throws {
      let intent = AddPerson()
      intent.line = "Priya Rao from Acme"
      intent.wish = "prefers WhatsApp +1 514 555 0142"
      let result = try await intent.perform()
      #expect("\(result)".contains("Write on WhatsApp: they asked for it."))
      intent.line = "Tom prefers WhatsApp +1 514 555 0143"
      intent.wish = nil
      #expect("\(try await intent.perform())".contains("Tom."))
      let screens = try Shell.shared.model.screens()
      #expect(screens.home.state.recent.map(\.title).prefix(2) == ["Tom", "Priya Rao"])
    }

    @Test func theShortcutOpensTheCaptureScreen() async throws {
      Shell.shared.model.destination = nil
      _ = try await OpenCapture().perform()
      #expect(Shell.shared.model.destination == .capture(line: ""))
      #expect(JustMetShortcuts.appShortcuts.allSatisfy { $0._phrasesOK })
    }

    @Test func aTapReachesTheModel() async throws {
      _ = Shell.shared
      let center = UNUserNotificationCenter.current()
      try await SystemNotificationCenter().add(
        NotificationRequest(
          identifier: "fu/a", generation: 1, contact: "somebody", title: "", body: "", write: "", alert: false,
          fireMs: nil))
      // The system calls from a thread of its own.
      nonisolated(unsafe) let shown = try #require(await center.deliveredNotifications().first)
      #expect(shown.request.content.categoryIdentifier.isEmpty)
      nonisolated(unsafe) let tap = UNNotificationResponse(
        _stub: shown, actionIdentifier: UNNotificationDefaultActionIdentifier)
      let delegate = NotificationDelegate { await Shell.shared.model.handle($0) }
      await delegate.userNotificationCenter(center, didReceive: tap)
      #expect(Shell.shared.model.destination == .contact(id: "somebody"))
      let options = await delegate.userNotificationCenter(center, willPresent: shown)
      #expect(options.contains(.banner) && !options.contains(.badge))
    }

    @Test func aMomentInTheBackgroundIsAskedFor() {
      let scheduler = BGTaskScheduler.shared
      BackgroundRefresh.ask()  // refused: nobody registered it, as SwiftUI does in a running app
      #expect(scheduler._stubSubmitted.isEmpty)
      scheduler.register(forTaskWithIdentifier: BackgroundRefresh.identifier, using: nil) { _ in }
      BackgroundRefresh.ask(from: 3600)
      let asked = scheduler._stubSubmitted.first
      #expect(asked?.identifier == "app.justmet.refresh")
      #expect((asked?.earliestBeginDate?.timeIntervalSinceNow ?? 0) > 3500)
    }

    @Test func aPhoneWithoutAFolderSaysSo() {
      #expect(Setup.region("CA") == "CA" && Setup.region("001") == nil && Setup.region(nil) == nil)
      #expect(Setup.config(in: nil).path == "/JustMet/justmet.db")
      #expect(Setup.ports(in: nil).kept.load() == Kept())
      let device = Setup.ports(in: nil).device.device()
      #expect((device.uptimeMs ?? 0) > 0 && device.boot?.isEmpty == false)
    }
  }
}

extension AppModel {
  struct Closed: Error {}

  fileprivate func screens() throws -> Screens {
    guard case .open(let screens) = state else { throw Closed() }
    return screens
  }
}
