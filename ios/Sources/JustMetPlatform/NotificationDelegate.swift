#if canImport(UserNotifications)
  import Foundation
  import JustMetKit
  import UserNotifications

  /// Hands taps on notifications to the app.
  @MainActor public final class NotificationDelegate: NSObject, UNUserNotificationCenterDelegate {
    private let handle: @MainActor (NotificationTap) async -> Void

    public init(_ handle: @escaping @MainActor (NotificationTap) async -> Void) { self.handle = handle }

    /// Also while the app is open: the inbox behind it may not be on the screen.
    public nonisolated func userNotificationCenter(
      _ center: UNUserNotificationCenter, willPresent notification: UNNotification
    ) async -> UNNotificationPresentationOptions { [.banner, .list, .sound] }

    public nonisolated func userNotificationCenter(
      _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse
    ) async {
      guard let tap = Self.tap(response) else { return }
      await handle(tap)
    }

    /// None for what is no tap on a reminder of ours.
    nonisolated static func tap(_ response: UNNotificationResponse) -> NotificationTap? {
      let request = response.notification.request
      guard request.identifier.hasPrefix(ReminderScheduler.prefix),
        let contact = request.content.userInfo[SystemNotificationCenter.Key.contact] as? String
      else { return nil }
      let verb = NotificationVerb(rawValue: response.actionIdentifier)
      guard verb != nil || response.actionIdentifier == UNNotificationDefaultActionIdentifier else { return nil }
      return NotificationTap(
        identifier: request.identifier, generation: request.generation, contact: contact, verb: verb)
    }
  }
#endif
