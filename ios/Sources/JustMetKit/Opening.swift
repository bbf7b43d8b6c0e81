import Foundation
import JustMetCore

/// How the core is opened: always encrypted, with the key of this phone. A database that is plain yet is encrypted first.
enum Opening {
  static func core(_ config: Config, _ ports: Ports) throws -> JustMet {
    let keys = DatabaseKeys(ports.keychain)
    if keys.isMissing, !isInTheOpen(config.path) { throw closed(config, ports) }
    let core = try JustMet.openEncrypted(config: config, clock: ports.clock, keys: keys)
    note(true, ports.kept)
    return core
  }

  /// Saves what can be read of a damaged database; gives what to say of it.
  static func salvaged(_ config: Config, _ ports: Ports) throws -> String {
    let keys = DatabaseKeys(ports.keychain)
    return try salvage(config: config, clock: ports.clock, keys: keys.isMissing ? nil : keys).text
  }

  /// Puts a database aside whose key is on another phone, whole and beside the one that takes its place. `today`: the day
  /// that its new name bears.
  static func setAside(_ config: Config, _ ports: Ports, today: Date = .now) throws {
    let day = today.formatted(.iso8601.year().month().day())
    var name = "\(config.path).closed-\(day)"
    var number = 2
    while FileManager.default.fileExists(atPath: name) {
      name = "\(config.path).closed-\(day)-\(number)"
      number += 1
    }
    // The log first: without it the database is whole as it was at the last checkpoint, and never with another's log.
    for end in ["-wal", "-shm", ""] where FileManager.default.fileExists(atPath: config.path + end) {
      try FileManager.default.moveItem(atPath: config.path + end, toPath: name + end)
    }
    note(false, ports.kept)
  }

  /// Whether anybody could read it: there is none yet, or it begins as every plain database does.
  private static func isInTheOpen(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path) else { return true }
    defer { try? file.close() }
    let head = (try? file.read(upToCount: 16)) ?? Data()
    return head.isEmpty || head == Data("SQLite format 3\0".utf8)
  }

  /// What a file is that no key is here for: encrypted on another phone, or damaged.
  private static func closed(_ config: Config, _ ports: Ports) -> any Error {
    do {
      _ = try JustMet.open(config: config, clock: ports.clock)
      return Trouble(kind: .keyless, explanation: "")
    } catch JustMetError.DamagedDatabase(let explanation) where ports.kept.load().isEncrypted {
      return Trouble(kind: .keyless, explanation: explanation)
    } catch { return error }
  }

  private static func note(_ isEncrypted: Bool, _ keeper: any KeptPort) {
    var kept = keeper.load()
    guard kept.isEncrypted != isEncrypted else { return }
    kept.isEncrypted = isEncrypted
    keeper.save(kept)
  }
}
