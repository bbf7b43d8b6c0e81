import Foundation
import JustMetCore

/// Says which installation this is, by an id that is made at the first start and that no backup carries to another phone.
public struct Installation: DevicePort {
  private static let name = "install"
  private let keychain: any KeychainPort
  private let uptimeMs: @Sendable () -> Int64?
  private let boot: String?

  /// `uptimeMs`: milliseconds since the device was started, sleep included. `boot`: changes with each start of the device.
  public init(keychain: any KeychainPort, uptimeMs: @escaping @Sendable () -> Int64?, boot: String?) {
    (self.keychain, self.uptimeMs, self.boot) = (keychain, uptimeMs, boot)
  }

  public func device() -> Device { Device(install: install(), uptimeMs: uptimeMs(), boot: boot) }

  /// Empty where the keychain cannot be read yet: an id made then would look like another phone.
  private func install() -> String {
    do {
      if let kept = try keychain.read(Self.name) { return String(decoding: kept, as: UTF8.self) }
      let fresh = UUID().uuidString
      try keychain.write(Self.name, Data(fresh.utf8))
      return fresh
    } catch { return "" }
  }
}
