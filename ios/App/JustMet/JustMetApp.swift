import BackgroundTasks
import JustMetKit
import JustMetPlatform
import JustMetUI
import SwiftUI
import UserNotifications

@main struct JustMetApp: App {
  @Environment(\.scenePhase) private var phase
  @State private var shell = Shell.shared

  var body: some Scene {
    WindowGroup {
      RootView(model: shell.model)
    }
    .onChange(of: phase) {
      if phase == .background { BackgroundRefresh.ask() }
    }
    .backgroundTask(.appRefresh(BackgroundRefresh.identifier)) {
      await Shell.shared.model.refresh()
      BackgroundRefresh.ask()
    }
  }
}

/// What lives as long as the process: the model, and who hears of taps on notifications.
@MainActor @Observable final class Shell {
  static let shared = Shell()
  let model: AppModel
  private let delegate: NotificationDelegate

  private init() {
    let model = AppModel(config: Setup.config(), ports: Setup.ports())
    self.model = model
    delegate = NotificationDelegate { await model.handle($0) }
    // Before the launch is over: a tap that started the app comes right after it.
    UNUserNotificationCenter.current().delegate = delegate
  }
}
