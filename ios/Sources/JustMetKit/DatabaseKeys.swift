import Foundation
import JustMetCore

/// The key of the database: 32 random bytes, made at the first start and kept in the keychain of this phone alone. One that
/// cannot be read is never replaced by another: the database would stay closed for ever.
public final class DatabaseKeys: KeyStore {
  static let name = "database-key"
  private let keychain: any KeychainPort

  public init(_ keychain: any KeychainPort) { self.keychain = keychain }

  /// Whether the keychain was read and holds no key; one that cannot be read, before the first unlock say, may hold one.
  var isMissing: Bool {
    do { return try keychain.read(Self.name) == nil } catch { return false }
  }

  /// Where there is none it is made, and lies in the keychain before the first page is encrypted with it.
  public func databaseKey() throws -> Data {
    do {
      if let key = try keychain.read(Self.name) { return key }
      let key = Self.fresh()
      try keychain.write(Self.name, key)
      return key
    } catch { throw ShellError.Failed(reason: String(describing: error)) }
  }

  /// No extension shares the folder.
  public func headerSalt() throws -> Data? { nil }

  /// 32 bytes of the system's own randomness.
  private static func fresh() -> Data {
    var random = SystemRandomNumberGenerator()
    return Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
  }
}
