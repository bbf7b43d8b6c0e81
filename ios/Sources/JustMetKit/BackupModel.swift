import Foundation
import JustMetCore
import Observation

/// The backup screen at one moment.
public struct BackupState: Equatable, Sendable {
  public internal(set) var isWorking = false
  /// A file that was written, to be put where the person wants it.
  public internal(set) var file: URL?
  /// A backup that needs its passphrase before it can be brought back.
  public internal(set) var sealed: URL?
  /// What became of it, in words.
  public internal(set) var said: String?
  public internal(set) var trouble: Trouble?

  public init() {}
}

/// One file that holds everything, and the way back from it.
@MainActor @Observable
public final class BackupModel {
  public private(set) var state = BackupState()
  private let core: JustMet
  private let folder: URL
  private let changed: @MainActor () async -> Void

  /// `folder`: where files are made that the person then shares. `changed` is called after data changed.
  init(core: JustMet, folder: URL, changed: @escaping @MainActor () async -> Void) {
    (self.core, self.folder, self.changed) = (core, folder, changed)
  }

  /// Without a passphrase anybody who has the file can read it.
  public func make(passphrase: String) async {
    await carryOut {
      let file = try self.file("JustMet.justmet")
      let made = try await self.core.backup(path: file.path, passphrase: passphrase.isEmpty ? nil : passphrase)
      self.state.file = file
      return made.text
    }
  }

  /// Everything as a text that any program can read.
  public func export() async {
    await carryOut {
      let file = try self.file("JustMet.json")
      try Data(try await self.core.exportJson().utf8).write(to: file, options: .atomic)
      self.state.file = file
      return nil
    }
  }

  /// A file that the person chose: an export is taken in, a backup takes the place of everything; a sealed one asks for its
  /// passphrase first. The file stays readable only as long as this runs.
  public func take(_ chosen: URL) async {
    await carryOut {
      let file = try self.file("chosen-\(chosen.lastPathComponent)")
      try FileManager.default.copyItem(at: chosen, to: file)
      if chosen.pathExtension == "json" {
        defer { try? FileManager.default.removeItem(at: file) }
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return try await self.core.importJson(text: text).text
      }
      if try self.core.backupIsSealed(path: file.path) {
        self.state.sealed = file
        return nil
      }
      defer { try? FileManager.default.removeItem(at: file) }
      return try await self.core.restore(path: file.path, passphrase: nil).text
    }
    if state.said != nil { await changed() }
  }

  /// The sealed one that was chosen; a wrong passphrase may be followed by another.
  public func restore(passphrase: String) async {
    guard let sealed = state.sealed else { return }
    await carryOut {
      let restored = try await self.core.restore(path: sealed.path, passphrase: passphrase)
      self.cancel()
      return restored.text
    }
    if state.said != nil { await changed() }
  }

  /// What keeps the file from being chosen.
  public func refuse(_ error: any Error) { state.trouble = Trouble(error) }

  public func cancel() {
    if let sealed = state.sealed { try? FileManager.default.removeItem(at: sealed) }
    state.sealed = nil
  }

  /// Looks at every page of the database.
  public func check() async { await carryOut { try await self.core.check().text } }

  /// A place for a file of that name, where nothing is now.
  private func file(_ name: String) throws -> URL {
    let place = folder.appendingPathComponent("JustMet", isDirectory: true)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let file = place.appendingPathComponent(name)
    if FileManager.default.fileExists(atPath: file.path) { try FileManager.default.removeItem(at: file) }
    return file
  }

  private func carryOut(_ work: () async throws -> String?) async {
    guard !state.isWorking else { return }
    state.isWorking = true
    (state.said, state.trouble) = (nil, nil)
    do { state.said = try await work() } catch { state.trouble = Trouble(error) }
    state.isWorking = false
  }
}
