#if canImport(Security)
  import Foundation
  import JustMetKit
  import Security

  /// Generic-password items that never leave this device, in no backup and no iCloud, readable from the first unlock on.
  public struct Keychain: KeychainPort {
    private let service: String

    public init(service: String = "app.justmet") { self.service = service }

    public func read(_ name: String) throws -> Data? {
      var query = item(name)
      query[kSecReturnData as String] = true
      query[kSecMatchLimit as String] = kSecMatchLimitOne
      var found: CFTypeRef?
      let status = SecItemCopyMatching(query as CFDictionary, &found)
      if status == errSecItemNotFound { return nil }
      try check(status)
      return found as? Data
    }

    public func write(_ name: String, _ data: Data) throws {
      let value = [kSecValueData as String: data]
      let status = SecItemUpdate(item(name) as CFDictionary, value as CFDictionary)
      guard status == errSecItemNotFound else { return try check(status) }
      var fresh = item(name).merging(value) { $1 }
      fresh[kSecAttrAccessible as String] = kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly
      try check(SecItemAdd(fresh as CFDictionary, nil))
    }

    public func remove(_ name: String) throws {
      let status = SecItemDelete(item(name) as CFDictionary)
      if status != errSecItemNotFound { try check(status) }
    }

    private func item(_ name: String) -> [String: Any] {
      [
        kSecClass as String: kSecClassGenericPassword, kSecAttrService as String: service,
        kSecAttrAccount as String: name,
      ]
    }

    private func check(_ status: OSStatus) throws {
      if status != errSecSuccess { throw KeychainError(status: status) }
    }
  }

  /// What the keychain answered, as a number of Security/SecBase.h.
  public struct KeychainError: Error, Equatable, CustomStringConvertible {
    public let status: OSStatus
    public var description: String { "the keychain answered \(status)" }
  }
#endif
