@_exported import AppleShims
// UIKit, the few members a thin SwiftUI shell touches. Behaviour: records what was asked, so tests can look.
@_exported import Foundation

@MainActor open class UIResponder: NSObject {}
@MainActor open class UIView: UIResponder {}
@MainActor open class UIViewController: UIResponder {
  open var view: UIView! = UIView()
  open func present(_ viewControllerToPresent: UIViewController, animated flag: Bool, completion: (() -> Void)? = nil) {
    completion?()
  }
  open func dismiss(animated flag: Bool, completion: (() -> Void)? = nil) { completion?() }
}
@MainActor open class UINavigationController: UIViewController {
  public init(rootViewController: UIViewController) {}
}
public class UIImage: NSObject, @unchecked Sendable {
  public init?(named name: String) { nil }
  public init?(systemName name: String) {}
  public init?(data: Data) { nil }
}

public enum UIBackgroundFetchResult: UInt, Sendable { case newData, noData, failed }
public struct UIBackgroundTaskIdentifier: RawRepresentable, Hashable, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let invalid = UIBackgroundTaskIdentifier(rawValue: 0)
}

@MainActor open class UIApplication: UIResponder {
  public struct LaunchOptionsKey: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let url = Self(rawValue: "url")
  }
  public struct OpenExternalURLOptionsKey: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let universalLinksOnly = Self(rawValue: "universalLinksOnly")
  }
  public enum State: Int, Sendable { case active, inactive, background }
  public static let shared = UIApplication()
  nonisolated public static let openSettingsURLString = "app-settings:"
  nonisolated public static let openNotificationSettingsURLString = "app-settings:notifications"
  nonisolated public static let didBecomeActiveNotification = Notification.Name(
    "UIApplicationDidBecomeActiveNotification")
  nonisolated public static let willEnterForegroundNotification = Notification.Name(
    "UIApplicationWillEnterForegroundNotification")
  nonisolated public static let didEnterBackgroundNotification = Notification.Name(
    "UIApplicationDidEnterBackgroundNotification")
  nonisolated public static let significantTimeChangeNotification = Notification.Name(
    "UIApplicationSignificantTimeChangeNotification")
  public weak var delegate: (any UIApplicationDelegate)?
  public var applicationState: State { .active }
  public var isIdleTimerDisabled = false
  public func canOpenURL(_ url: URL) -> Bool { url.scheme.map(_stubOpenableSchemes.contains) ?? false }
  public func open(
    _ url: URL, options: [OpenExternalURLOptionsKey: Any] = [:],
    completionHandler completion: (@MainActor @Sendable (Bool) -> Void)? = nil
  ) {
    completion?(opened(url, options))
  }
  @discardableResult public func open(_ url: URL, options: [OpenExternalURLOptionsKey: Any] = [:]) async -> Bool {
    opened(url, options)
  }
  private func opened(_ url: URL, _ options: [OpenExternalURLOptionsKey: Any]) -> Bool {
    let claimed = url.host.map(_stubUniversalHosts.contains) ?? false
    let ok = options[.universalLinksOnly] as? Bool == true ? claimed : canOpenURL(url)
    if ok { _stubOpened.append(url) }
    return ok
  }
  public func beginBackgroundTask(
    withName name: String? = nil, expirationHandler handler: (@MainActor @Sendable () -> Void)? = nil
  ) -> UIBackgroundTaskIdentifier { .init(rawValue: 1) }
  public func endBackgroundTask(_ identifier: UIBackgroundTaskIdentifier) {}
  public func registerForRemoteNotifications() {}
  // stub-only
  public var _stubOpenableSchemes: Set<String> = ["https", "http", "mailto", "tel", "sms"]
  /// Hosts that an installed app claims as universal links.
  public var _stubUniversalHosts: Set<String> = []
  public var _stubOpened: [URL] = []
}

@MainActor public protocol UIApplicationDelegate: NSObjectProtocol {
  func application(
    _ application: UIApplication, willFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]?
  ) -> Bool
  func application(
    _ application: UIApplication, didFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]?
  ) -> Bool
}
extension UIApplicationDelegate {  // optional requirements on Apple
  public func application(
    _ application: UIApplication,
    willFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]? = nil
  ) -> Bool { true }
  public func application(
    _ application: UIApplication,
    didFinishLaunchingWithOptions launchOptions: [UIApplication.LaunchOptionsKey: Any]? = nil
  ) -> Bool { true }
}

open class UIPasteboard: NSObject, @unchecked Sendable {
  public static let general = UIPasteboard()
  public struct OptionsKey: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let expirationDate = Self(rawValue: "expirationDate"), localOnly = Self(rawValue: "localOnly")
  }
  public var string: String?
  public var url: URL?
  public var hasStrings: Bool { string != nil }
  public func setItems(_ items: [[String: Any]], options: [OptionsKey: Any] = [:]) {
    string = items.first?.values.first as? String
  }
}

@MainActor open class UIDevice: NSObject {
  public static let current = UIDevice()
  public var name: String { "iPhone" }
  public var systemVersion: String { "17.0" }
  public var identifierForVendor: UUID? { nil }
}
public enum UIAccessibility {
  public struct Notification: Sendable {
    public static let announcement = Self(), screenChanged = Self(), layoutChanged = Self()
  }
  @MainActor public static var isVoiceOverRunning: Bool { false }
  @MainActor public static func post(notification: Notification, argument: Any?) {}
}
@MainActor open class UIActivityViewController: UIViewController {
  public init(activityItems: [Any], applicationActivities: [Any]?) {}
}

public struct UIKeyboardType: RawRepresentable, Hashable, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let `default` = Self(rawValue: 0), asciiCapable = Self(rawValue: 1),
    numbersAndPunctuation = Self(rawValue: 2), URL = Self(rawValue: 3)
  public static let numberPad = Self(rawValue: 4), phonePad = Self(rawValue: 5), namePhonePad = Self(rawValue: 6),
    emailAddress = Self(rawValue: 7)
  public static let decimalPad = Self(rawValue: 8), twitter = Self(rawValue: 9), webSearch = Self(rawValue: 10)
}
public struct UITextContentType: RawRepresentable, Hashable, Sendable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static let name = Self(rawValue: "name"), givenName = Self(rawValue: "given-name"),
    familyName = Self(rawValue: "family-name")
  public static let emailAddress = Self(rawValue: "email"), telephoneNumber = Self(rawValue: "tel"),
    URL = Self(rawValue: "url")
  public static let organizationName = Self(rawValue: "organization"), jobTitle = Self(rawValue: "job-title"),
    location = Self(rawValue: "location")
  public static let username = Self(rawValue: "username"), password = Self(rawValue: "password"),
    oneTimeCode = Self(rawValue: "one-time-code")
}
