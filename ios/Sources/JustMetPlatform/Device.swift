import Foundation
import JustMetKit

/// The device as the core and the kit see it.
public enum Device {
  /// Where everything is kept: in the backup of the device, guarded until the first unlock, so that an action on the
  /// lock screen finds it readable.
  public static func folder() throws -> URL {
    let manager = FileManager.default
    let base = try manager.url(
      for: .applicationSupportDirectory, in: .userDomainMask, appropriateFor: nil, create: true)
    let folder = base.appendingPathComponent("JustMet", isDirectory: true)
    try manager.createDirectory(at: folder, withIntermediateDirectories: true, attributes: protection)
    return folder
  }

  /// What the core is opened with. Where there is no folder the path leads nowhere, and opening says so.
  public static func config(in folder: URL? = try? folder()) -> Config {
    Config(
      path: (folder ?? URL(fileURLWithPath: "/JustMet")).appendingPathComponent("justmet.db").path,
      language: .preferred(Locale.preferredLanguages), region: Locale.current.region?.identifier, platform: .ios)
  }

  #if canImport(UIKit) && canImport(UserNotifications)
    @MainActor public static func ports(in folder: URL? = try? folder()) -> Ports {
      let kept = (folder ?? URL(fileURLWithPath: "/JustMet")).appendingPathComponent("shell.json")
      return Ports(
        clock: SystemClock(), center: SystemNotificationCenter(), launch: SystemLauncher(),
        kept: KeptFile(kept, protection: guarded))
    }
  #endif

  #if canImport(Darwin)
    private static var protection: [FileAttributeKey: Any] {
      [.protectionKey: FileProtectionType.completeUntilFirstUserAuthentication]
    }
    public static let guarded: Data.WritingOptions = .completeFileProtectionUntilFirstUserAuthentication
  #else
    private static var protection: [FileAttributeKey: Any] { [:] }
    public static let guarded: Data.WritingOptions = []
  #endif
}
