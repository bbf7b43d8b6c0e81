#if canImport(UserNotifications)
  import Foundation
  import JustMetKit
  import UserNotifications

  /// UNUserNotificationCenter as the scheduler sees it.
  public struct SystemNotificationCenter: NotificationCenterPort {
    enum Key { static let generation = "generation", contact = "contact", fire = "fire_ms" }

    public init() {}

    private var center: UNUserNotificationCenter { .current() }

    public func leave() async -> NotificationLeave {
      switch await center.notificationSettings().authorizationStatus {
      case .notDetermined: .notAsked
      case .denied: .refused
      default: .given
      }
    }

    public func askLeave() async -> NotificationLeave {
      // No badge: the app counts nothing.
      _ = try? await center.requestAuthorization(options: [.alert, .sound])
      return await leave()
    }

    public func pending() async -> [HeldNotification] {
      await center.pendingNotificationRequests().map { request in
        held(request, at: (request.content.userInfo[Key.fire] as? NSNumber)?.int64Value ?? 0)
      }
    }

    public func delivered() async -> [HeldNotification] {
      await center.deliveredNotifications().map { held($0.request, at: Int64($0.date.timeIntervalSince1970 * 1000)) }
    }

    public func add(_ request: NotificationRequest) async throws {
      if !request.write.isEmpty { await register(ReminderCategory.with(write: request.write)) }
      try await center.add(Self.system(request))
    }

    public func removePending(_ identifiers: [String]) async {
      center.removePendingNotificationRequests(withIdentifiers: identifiers)
    }

    public func removeDelivered(_ identifiers: [String]) async {
      center.removeDeliveredNotifications(withIdentifiers: identifiers)
    }

    /// The first action names the channel, so there is a category for each channel that is suggested to somebody.
    private func register(_ category: UNNotificationCategory) async {
      let known = await center.notificationCategories()
      guard !known.contains(where: { $0.identifier == category.identifier }) else { return }
      center.setNotificationCategories(known.union([category]))
    }

    private static func system(_ request: NotificationRequest) -> UNNotificationRequest {
      let content = UNMutableNotificationContent()
      content.title = request.title
      content.body = request.body
      content.sound = request.alert ? .default : nil
      content.interruptionLevel = request.alert ? .active : .passive
      if !request.write.isEmpty { content.categoryIdentifier = ReminderCategory.identifier(write: request.write) }
      content.threadIdentifier = "follow-ups"
      var info: [AnyHashable: Any] = [
        Key.generation: NSNumber(value: request.generation), Key.contact: request.contact,
      ]
      if let fire = request.fireMs { info[Key.fire] = NSNumber(value: fire) }
      content.userInfo = info
      return UNNotificationRequest(
        identifier: request.identifier, content: content, trigger: request.fireMs.map(Self.trigger))
    }

    /// An instant, not a civil time: the core resolves the zone, and hands the request over again where it changes.
    private static func trigger(_ fireMs: Int64) -> UNCalendarNotificationTrigger {
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
      var parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(fireMs) / 1000))
      parts.calendar = calendar
      parts.timeZone = calendar.timeZone
      return UNCalendarNotificationTrigger(dateMatching: parts, repeats: false)
    }

    private func held(_ request: UNNotificationRequest, at ms: Int64) -> HeldNotification {
      HeldNotification(
        identifier: request.identifier, generation: request.generation, fireMs: ms,
        alert: request.content.sound != nil)
    }
  }

  extension UNNotificationRequest {
    /// 0 where it is none of ours.
    var generation: UInt32 {
      (content.userInfo[SystemNotificationCenter.Key.generation] as? NSNumber)?.uint32Value ?? 0
    }
  }
#endif
