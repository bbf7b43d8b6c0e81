import Foundation
import JustMetKit
import UIKit

/// What the app is set up with on this device.
public enum Setup {
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

  /// Two letters, or none: a device may also be set to a part of the world, such as 001.
  static func region(_ identifier: String?) -> String? {
    identifier.flatMap { $0.count == 2 && $0.allSatisfy(\.isLetter) ? $0 : nil }
  }

  /// What the core is opened with. Where there is no folder the path leads nowhere, and opening says so.
  public static func config(in folder: URL? = try? folder()) -> Config {
    Config(
      path: (folder ?? URL(fileURLWithPath: "/JustMet")).appendingPathComponent("justmet.db").path,
      language: .preferred(Locale.preferredLanguages), region: region(Locale.current.region?.identifier),
      platform: .ios)
  }

  @MainActor public static func ports(in folder: URL? = try? folder()) -> Ports {
    let kept = (folder ?? URL(fileURLWithPath: "/JustMet")).appendingPathComponent("shell.json")
    return Ports(
      clock: SystemClock(), center: SystemNotificationCenter(), launch: SystemLauncher(),
      kept: KeptFile(kept, protection: .completeFileProtectionUntilFirstUserAuthentication),
      device: Installation(keychain: Keychain(), uptimeMs: { uptimeMs() }, boot: boot()), keychain: Keychain())
  }

  /// Sleep included, as ProcessInfo's uptime is not.
  private static func uptimeMs() -> Int64? { Int64(clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW) / 1_000_000) }

  /// The id of this run of the system.
  private static func boot() -> String? {
    var size = 0
    guard sysctlbyname("kern.bootsessionuuid", nil, &size, nil, 0) == 0, size > 1 else { return nil }
    var text = [CChar](repeating: 0, count: size)
    guard sysctlbyname("kern.bootsessionuuid", &text, &size, nil, 0) == 0 else { return nil }
    return String(cString: text)
  }

  private static var protection: [FileAttributeKey: Any] {
    [.protectionKey: FileProtectionType.completeUntilFirstUserAuthentication]
  }
}
