import Foundation
import JustMetCore

/// The key of an encrypted database, kept in the keychain: where there is one, the database is encrypted with it.
public final class DatabaseKeys: KeyStore {
  static let name = "database-key"
  /// After encryption was switched off, until the database was written plain again.
  static let formerName = "former-database-key"
  private let keychain: any KeychainPort

  public init(_ keychain: any KeychainPort) { self.keychain = keychain }

  /// Whether the database is encrypted. Where the keychain cannot be read, before the first unlock say, it is what was
  /// noted.
  func isOn(noted: Bool) -> Bool { (try? keychain.read(Self.name) != nil) ?? noted }

  /// Whether it was encrypted and is to be plain.
  var wasOn: Bool { (try? keychain.read(Self.formerName) != nil) ?? false }

  /// The database is to be encrypted from the next opening on, or not to be. The key is never lost in between.
  func turn(_ on: Bool) throws {
    let (from, to) = on ? (Self.formerName, Self.name) : (Self.name, Self.formerName)
    guard let key = try keychain.read(from) ?? (on ? Self.fresh() : nil) else { return }
    try keychain.write(to, key)
    try keychain.remove(from)
  }

  /// The database is plain: its former key opens nothing any more.
  func forgetFormer() throws { try keychain.remove(Self.formerName) }

  public func databaseKey() throws -> Data { try key(Self.name) }
  /// No extension shares the folder.
  public func headerSalt() throws -> Data? { nil }

  fileprivate func key(_ name: String) throws -> Data {
    guard let key = try keychain.read(name) else { throw ShellError.Failed(reason: "no key") }
    return key
  }

  /// 32 bytes of the system's own randomness.
  private static func fresh() -> Data {
    var random = SystemRandomNumberGenerator()
    return Data((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
  }
}

/// The key that the database had.
final class FormerKeys: KeyStore {
  private let keys: DatabaseKeys

  init(_ keys: DatabaseKeys) { self.keys = keys }

  func databaseKey() throws -> Data { try keys.key(DatabaseKeys.formerName) }
  func headerSalt() throws -> Data? { nil }
}
