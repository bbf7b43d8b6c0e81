#if canImport(UserNotifications)
  import Foundation
  import JustMetKit
  import UserNotifications

  /// The four actions of a reminder.
  public enum ReminderCategory {
    /// `write` is the label of the first action: it stands for the channel, and is the same again at the next start.
    static func identifier(write: String) -> String { "follow-up/\(write)" }

    static func with(write: String) -> UNNotificationCategory {
      let actions = [
        UNNotificationAction(identifier: NotificationVerb.write.rawValue, title: write, options: [.foreground]),
        UNNotificationAction(identifier: NotificationVerb.done.rawValue, title: String(localized: "Done")),
        UNNotificationAction(identifier: NotificationVerb.later.rawValue, title: String(localized: "Later")),
        UNNotificationAction(identifier: NotificationVerb.letGo.rawValue, title: String(localized: "Let go")),
      ]
      return UNNotificationCategory(
        identifier: identifier(write: write), actions: actions, intentIdentifiers: [],
        hiddenPreviewsBodyPlaceholder: String(localized: "A follow-up is waiting"))
    }
  }
#endif
