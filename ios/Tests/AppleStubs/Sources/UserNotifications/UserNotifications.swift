import AppleShims
// UserNotifications: signatures plus an in-memory centre that keeps UNUserNotificationCenter's documented rules:
// same identifier replaces; a non-repeating trigger in the past never fires; an app keeps at most 64 pending local requests
// (the soonest ones); add() without authorization succeeds and shows nothing.
@_exported import Foundation

public struct UNAuthorizationOptions: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let badge = Self(rawValue: 1), sound = Self(rawValue: 2), alert = Self(rawValue: 4),
    carPlay = Self(rawValue: 8)
  public static let criticalAlert = Self(rawValue: 16), providesAppNotificationSettings = Self(rawValue: 32),
    provisional = Self(rawValue: 64)
}
public struct UNNotificationPresentationOptions: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let badge = Self(rawValue: 1), sound = Self(rawValue: 2), list = Self(rawValue: 8),
    banner = Self(rawValue: 16)
}
public struct UNNotificationActionOptions: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let authenticationRequired = Self(rawValue: 1), destructive = Self(rawValue: 2),
    foreground = Self(rawValue: 4)
}
public struct UNNotificationCategoryOptions: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let customDismissAction = Self(rawValue: 1), allowInCarPlay = Self(rawValue: 2),
    hiddenPreviewsShowTitle = Self(rawValue: 4), hiddenPreviewsShowSubtitle = Self(rawValue: 8)
}
public enum UNAuthorizationStatus: Int, Sendable {
  case notDetermined = 0
  case denied, authorized, provisional, ephemeral
}
public enum UNNotificationSetting: Int, Sendable {
  case notSupported = 0
  case disabled, enabled
}
public enum UNNotificationInterruptionLevel: UInt, Sendable {
  case passive = 0
  case active, timeSensitive, critical
}
public let UNNotificationDefaultActionIdentifier = "com.apple.UNNotificationDefaultActionIdentifier"
public let UNNotificationDismissActionIdentifier = "com.apple.UNNotificationDismissActionIdentifier"
public struct UNError: Error, Sendable {
  public enum Code: Int, Sendable {
    case notificationsNotAllowed = 1
    case attachmentInvalidURL = 100
    case notificationInvalidNoDate = 1400
    case notificationInvalidNoContent = 1401
  }
  public let code: Code
  public init(_ code: Code) { self.code = code }
}

public struct UNNotificationSoundName: RawRepresentable, Hashable, Sendable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ s: String) { rawValue = s }
}
open class UNNotificationSound: NSObject, @unchecked Sendable {
  public class var `default`: UNNotificationSound { UNNotificationSound() }
  public override init() {}
  public convenience init(named name: UNNotificationSoundName) { self.init() }
}

open class UNNotificationContent: NSObject {
  public fileprivate(set) var _title = "", _subtitle = "", _body = "", _categoryIdentifier = "", _threadIdentifier = ""
  public fileprivate(set) var _badge: NSNumber?, _sound: UNNotificationSound?, _userInfo: [AnyHashable: Any] = [:]
  public fileprivate(set) var _interruptionLevel = UNNotificationInterruptionLevel.active, _relevanceScore = 0.0
  open var title: String { _title }
  open var subtitle: String { _subtitle }
  open var body: String { _body }
  open var categoryIdentifier: String { _categoryIdentifier }
  open var threadIdentifier: String { _threadIdentifier }
  open var badge: NSNumber? { _badge }
  open var sound: UNNotificationSound? { _sound }
  open var userInfo: [AnyHashable: Any] { _userInfo }
  open var interruptionLevel: UNNotificationInterruptionLevel { _interruptionLevel }
  open var relevanceScore: Double { _relevanceScore }
  fileprivate func snapshot() -> UNNotificationContent {
    let c = UNNotificationContent()
    (c._title, c._subtitle, c._body, c._categoryIdentifier, c._threadIdentifier) = (
      title, subtitle, body, categoryIdentifier, threadIdentifier
    )
    (c._badge, c._sound, c._userInfo, c._interruptionLevel, c._relevanceScore) = (
      badge, sound, userInfo, interruptionLevel, relevanceScore
    )
    return c
  }
}
open class UNMutableNotificationContent: UNNotificationContent {
  open override var title: String {
    get { _title }
    set { _title = newValue }
  }
  open override var subtitle: String {
    get { _subtitle }
    set { _subtitle = newValue }
  }
  open override var body: String {
    get { _body }
    set { _body = newValue }
  }
  open override var categoryIdentifier: String {
    get { _categoryIdentifier }
    set { _categoryIdentifier = newValue }
  }
  open override var threadIdentifier: String {
    get { _threadIdentifier }
    set { _threadIdentifier = newValue }
  }
  open override var badge: NSNumber? {
    get { _badge }
    set { _badge = newValue }
  }
  open override var sound: UNNotificationSound? {
    get { _sound }
    set { _sound = newValue }
  }
  open override var userInfo: [AnyHashable: Any] {
    get { _userInfo }
    set { _userInfo = newValue }
  }
  open override var interruptionLevel: UNNotificationInterruptionLevel {
    get { _interruptionLevel }
    set { _interruptionLevel = newValue }
  }
  open override var relevanceScore: Double {
    get { _relevanceScore }
    set { _relevanceScore = newValue }
  }
}

open class UNNotificationTrigger: NSObject {
  public let repeats: Bool
  fileprivate init(repeats: Bool) { self.repeats = repeats }
  func next(after now: Date) -> Date? { nil }
}
open class UNCalendarNotificationTrigger: UNNotificationTrigger {
  public let dateComponents: DateComponents
  public init(dateMatching dateComponents: DateComponents, repeats: Bool) {
    self.dateComponents = dateComponents
    super.init(repeats: repeats)
  }
  public func nextTriggerDate() -> Date? { next(after: Date()) }
  override func next(after now: Date) -> Date? {
    var cal = dateComponents.calendar ?? Calendar.current
    if let z = dateComponents.timeZone { cal.timeZone = z }
    return cal.nextDate(after: now, matching: dateComponents, matchingPolicy: .nextTime)
  }
}
open class UNTimeIntervalNotificationTrigger: UNNotificationTrigger {
  public let timeInterval: TimeInterval
  let made = Date()
  public init(timeInterval: TimeInterval, repeats: Bool) {
    precondition(
      timeInterval > 0 && (!repeats || timeInterval >= 60), "time interval must be > 0, and at least 60 if repeating")  // as on Apple
    self.timeInterval = timeInterval
    super.init(repeats: repeats)
  }
  public func nextTriggerDate() -> Date? { next(after: Date()) }
  override func next(after now: Date) -> Date? {
    let d = made.addingTimeInterval(timeInterval)
    return d > now ? d : nil
  }
}
open class UNNotificationRequest: NSObject {
  public let identifier: String, content: UNNotificationContent, trigger: UNNotificationTrigger?
  public init(identifier: String, content: UNNotificationContent, trigger: UNNotificationTrigger?) {
    self.identifier = identifier
    self.content = content.snapshot()
    self.trigger = trigger
  }
}
open class UNNotification: NSObject {
  public let date: Date, request: UNNotificationRequest
  public init(_stub request: UNNotificationRequest, date: Date) {
    self.request = request
    self.date = date
  }
}
open class UNNotificationResponse: NSObject {
  public let notification: UNNotification, actionIdentifier: String
  public init(_stub notification: UNNotification, actionIdentifier: String) {
    self.notification = notification
    self.actionIdentifier = actionIdentifier
  }
}
open class UNTextInputNotificationResponse: UNNotificationResponse { public var userText: String { "" } }
open class UNNotificationActionIcon: NSObject { public init(systemImageName: String) {} }
open class UNNotificationAction: NSObject, @unchecked Sendable {
  public let identifier: String, title: String, options: UNNotificationActionOptions
  public init(identifier: String, title: String, options: UNNotificationActionOptions = []) {
    self.identifier = identifier
    self.title = title
    self.options = options
  }
  public convenience init(
    identifier: String, title: String, options: UNNotificationActionOptions = [], icon: UNNotificationActionIcon?
  ) { self.init(identifier: identifier, title: title, options: options) }
}
open class UNNotificationCategory: NSObject, @unchecked Sendable {
  public let identifier: String, actions: [UNNotificationAction], intentIdentifiers: [String],
    options: UNNotificationCategoryOptions
  public init(
    identifier: String, actions: [UNNotificationAction], intentIdentifiers: [String],
    options: UNNotificationCategoryOptions = []
  ) {
    self.identifier = identifier
    self.actions = actions
    self.intentIdentifiers = intentIdentifiers
    self.options = options
  }
  public convenience init(
    identifier: String, actions: [UNNotificationAction], intentIdentifiers: [String],
    hiddenPreviewsBodyPlaceholder: String, options: UNNotificationCategoryOptions = []
  ) {
    self.init(identifier: identifier, actions: actions, intentIdentifiers: intentIdentifiers, options: options)
  }
}
open class UNNotificationSettings: NSObject {
  public internal(set) var authorizationStatus = UNAuthorizationStatus.notDetermined
  public internal(set) var alertSetting = UNNotificationSetting.enabled, soundSetting = UNNotificationSetting.enabled,
    badgeSetting = UNNotificationSetting.enabled
  public internal(set) var lockScreenSetting = UNNotificationSetting.enabled,
    notificationCenterSetting = UNNotificationSetting.enabled
  public internal(set) var scheduledDeliverySetting = UNNotificationSetting.disabled,
    timeSensitiveSetting = UNNotificationSetting.disabled
}

public protocol UNUserNotificationCenterDelegate: NSObjectProtocol {  // all optional on Apple; implement each in ONE form, async or completion handler
  func userNotificationCenter(_ center: UNUserNotificationCenter, willPresent notification: UNNotification) async
    -> UNNotificationPresentationOptions
  func userNotificationCenter(_ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse) async
  func userNotificationCenter(
    _ center: UNUserNotificationCenter, willPresent notification: UNNotification,
    withCompletionHandler completionHandler: @escaping (UNNotificationPresentationOptions) -> Void)
  func userNotificationCenter(
    _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
    withCompletionHandler completionHandler: @escaping () -> Void)
  func userNotificationCenter(_ center: UNUserNotificationCenter, openSettingsFor notification: UNNotification?)
}
extension UNUserNotificationCenterDelegate {
  public func userNotificationCenter(_ center: UNUserNotificationCenter, willPresent notification: UNNotification) async
    -> UNNotificationPresentationOptions
  { [] }
  public func userNotificationCenter(_ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse)
    async
  {}
  public func userNotificationCenter(
    _ center: UNUserNotificationCenter, willPresent notification: UNNotification,
    withCompletionHandler completionHandler: @escaping (UNNotificationPresentationOptions) -> Void
  ) { completionHandler([]) }
  public func userNotificationCenter(
    _ center: UNUserNotificationCenter, didReceive response: UNNotificationResponse,
    withCompletionHandler completionHandler: @escaping () -> Void
  ) { completionHandler() }
  public func userNotificationCenter(_ center: UNUserNotificationCenter, openSettingsFor notification: UNNotification?)
  {}
}

open class UNUserNotificationCenter: NSObject, @unchecked Sendable {
  private static let shared = UNUserNotificationCenter()
  open class func current() -> UNUserNotificationCenter { shared }
  public weak var delegate: (any UNUserNotificationCenterDelegate)?
  private let lock = NSLock()
  private var pending: [(request: UNNotificationRequest, at: Date)] = [], delivered: [UNNotification] = [],
    categories: Set<UNNotificationCategory> = [], badge = 0
  private func locked<T>(_ f: () throws -> T) rethrows -> T {
    lock.lock()
    defer { lock.unlock() }
    return try f()
  }

  open func requestAuthorization(options: UNAuthorizationOptions = []) async throws -> Bool {
    locked {
      if _stubStatus == .notDetermined {
        _stubStatus = _stubGrants ? (options.contains(.provisional) ? .provisional : .authorized) : .denied
      }
      return _stubStatus == .authorized || _stubStatus == .provisional
    }
  }
  open func notificationSettings() async -> sending UNNotificationSettings {
    let s = UNNotificationSettings()
    s.authorizationStatus = locked { _stubStatus }
    return s
  }
  open func add(_ request: UNNotificationRequest) async throws { try addNow(request) }
  open func add(
    _ request: UNNotificationRequest, withCompletionHandler completionHandler: (@Sendable ((any Error)?) -> Void)? = nil
  ) {
    do {
      try addNow(request)
      completionHandler?(nil)
    } catch { completionHandler?(error) }
  }
  private func addNow(_ request: UNNotificationRequest) throws {
    try locked {
      pending.removeAll { $0.request.identifier == request.identifier }
      guard let t = request.trigger else {
        delivered.append(UNNotification(_stub: request, date: _stubNow()))
        return
      }
      if let c = t as? UNCalendarNotificationTrigger, c.dateComponents == DateComponents() {
        throw UNError(.notificationInvalidNoDate)
      }
      guard let at = t.next(after: _stubNow()) else { return }
      // From iOS 11 on the last 64 added are kept, not the 64 that come soonest.
      pending.append((request, at))
      if pending.count > 64 { pending.removeFirst(pending.count - 64) }
    }
  }
  open func pendingNotificationRequests() async -> sending [UNNotificationRequest] {
    nonisolated(unsafe) let r = locked { pending.map(\.request) }
    return r
  }
  open func deliveredNotifications() async -> sending [UNNotification] {
    nonisolated(unsafe) let r = locked { delivered }
    return r
  }
  open func removePendingNotificationRequests(withIdentifiers identifiers: [String]) {
    locked { pending.removeAll { identifiers.contains($0.request.identifier) } }
  }
  open func removeAllPendingNotificationRequests() { locked { pending = [] } }
  open func removeDeliveredNotifications(withIdentifiers identifiers: [String]) {
    locked { delivered.removeAll { identifiers.contains($0.request.identifier) } }
  }
  open func removeAllDeliveredNotifications() { locked { delivered = [] } }
  open func setNotificationCategories(_ categories: Set<UNNotificationCategory>) {
    locked { self.categories = categories }
  }
  open func notificationCategories() async -> Set<UNNotificationCategory> { locked { categories } }
  open func setBadgeCount(_ newBadgeCount: Int) async throws { locked { badge = newBadgeCount } }

  // stub-only controls
  public var _stubStatus = UNAuthorizationStatus.notDetermined, _stubGrants = true, _stubNow: () -> Date = { Date() }
  public var _stubBadge: Int { locked { badge } }
  /// The person swipes a notification away: nothing runs, and the system forgets it.
  public func _stubSwipe(_ identifier: String) {
    locked { delivered.removeAll { $0.request.identifier == identifier } }
  }
  public func _stubReset() {
    locked {
      pending = []
      delivered = []
      categories = []
      badge = 0
      _stubStatus = .notDetermined
      _stubGrants = true
      _stubNow = { Date() }
    }
  }
  /// Deliver what is due at `now`; returns identifiers in order.
  public func _stubAdvance(to now: Date) -> [String] {
    locked {
      _stubNow = { now }
      let due = pending.filter { $0.at <= now }.sorted { $0.at < $1.at }
      pending.removeAll { $0.at <= now }
      if _stubStatus == .authorized || _stubStatus == .provisional {
        delivered += due.map { UNNotification(_stub: $0.request, date: $0.at) }
      }
      for d in due where d.request.trigger!.repeats {
        if let n = d.request.trigger!.next(after: now) { pending.append((d.request, n)) }
      }
      return due.map(\.request.identifier)
    }
  }
}
