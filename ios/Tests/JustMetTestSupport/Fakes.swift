import Foundation
import JustMetKit

/// A clock that a test sets; Toronto in winter, without a change of offset.
public final class TestClock: Clock, @unchecked Sendable {
  private let lock = NSLock()
  private var now: Int64

  /// Mon 23 Nov 2026, 18:30 in Toronto.
  public init(_ ms: Int64 = 1_795_476_600_000) { now = ms }

  public var ms: Int64 {
    get { lock.withLock { now } }
    set { lock.withLock { now = newValue } }
  }

  public func nowMs() throws -> Int64 { ms }

  public func timeZone() throws -> TzSnapshot {
    TzSnapshot(zoneId: "America/Toronto", offsetAtStartS: -18_000, transitions: [])
  }
}

/// The process ended here.
public struct Ended: Error {}

/// Keeps the last 64 requests added, and forgets what fired and was swiped away.
public actor FakeCenter: NotificationCenterPort {
  public private(set) var waiting: [NotificationRequest] = []
  public private(set) var shown: [NotificationRequest] = []
  /// Every request that was ever added, in order.
  public private(set) var added: [NotificationRequest] = []
  public private(set) var given: NotificationLeave
  private let answer: NotificationLeave
  private var failure: (any Error)?
  private var endsAfterAdding = false

  public init(leave: NotificationLeave = .given, answer: NotificationLeave = .given) {
    (given, self.answer) = (leave, answer)
  }

  public func leave() -> NotificationLeave { given }

  public func askLeave() -> NotificationLeave {
    if given == .notAsked { given = answer }
    return given
  }

  public func pending() -> [HeldNotification] { waiting.map { held($0) } }
  public func delivered() -> [HeldNotification] { shown.map { held($0) } }

  public func add(_ request: NotificationRequest) throws {
    if let failure { throw failure }
    added.append(request)
    waiting.removeAll { $0.identifier == request.identifier }
    if request.fireMs == nil {
      shown.removeAll { $0.identifier == request.identifier }
      shown.append(request)
    } else {
      waiting.append(request)
    }
    waiting = waiting.suffix(64)
    if endsAfterAdding {
      endsAfterAdding = false
      throw Ended()
    }
  }

  public func removePending(_ identifiers: [String]) {
    waiting.removeAll { identifiers.contains($0.identifier) }
  }

  public func removeDelivered(_ identifiers: [String]) {
    shown.removeAll { identifiers.contains($0.identifier) }
  }

  /// What has come by then is on show, where that is allowed.
  public func fire(until ms: Int64) {
    let due = waiting.filter { ($0.fireMs ?? 0) <= ms }
    waiting.removeAll { ($0.fireMs ?? 0) <= ms }
    if given == .given { shown += due }
  }

  public func swipe() { shown = [] }
  /// The next request is taken, and the process ends before anybody hears of it.
  public func endAfterAdding() { endsAfterAdding = true }
  public func fail(_ error: (any Error)?) { failure = error }

  private func held(_ it: NotificationRequest) -> HeldNotification {
    HeldNotification(identifier: it.identifier, generation: it.generation, fireMs: it.fireMs ?? 0, alert: it.alert)
  }
}

/// Notes what it was asked to open. `takes` says which schemes or hosts an app takes.
@MainActor public final class FakeLauncher: LaunchPort {
  public private(set) var opened: [Launch] = []
  public private(set) var copied: [String] = []
  public var takes: (Launch) -> Bool = { _ in true }

  public init() {}

  public func open(_ launch: Launch) async -> Bool {
    guard takes(launch) else { return false }
    opened.append(launch)
    return true
  }

  public func copy(_ text: String) { copied.append(text) }
}

/// Keeps it as long as the test lasts.
public final class MemoryKeeper: KeptPort, @unchecked Sendable {
  private let lock = NSLock()
  private var kept = Kept()

  public init() {}
  public func load() -> Kept { lock.withLock { kept } }
  public func save(_ kept: Kept) { lock.withLock { self.kept = kept } }
}

/// A keychain; `isLocked` as before the first unlock.
public final class MemoryKeychain: KeychainPort, @unchecked Sendable {
  private let lock = NSLock()
  private var items: [String: Data] = [:]
  public nonisolated(unsafe) var isLocked = false
  public nonisolated(unsafe) var isFull = false

  public init() {}

  public func read(_ name: String) throws -> Data? {
    if isLocked { throw Ended() }
    return lock.withLock { items[name] }
  }

  public func write(_ name: String, _ data: Data) throws {
    if isLocked || isFull { throw Ended() }
    lock.withLock { items[name] = data }
  }

  public func remove(_ name: String) throws { lock.withLock { items[name] = nil } }
}

extension Installation {
  public static func of(_ keychain: MemoryKeychain) -> Installation {
    Installation(keychain: keychain, uptimeMs: { nil }, boot: nil)
  }
}

/// A phone for one test: a database of its own, and the app over it, as often as it is started.
@MainActor public final class Phone {
  public let clock = TestClock()
  public let center: FakeCenter
  public let launcher = FakeLauncher()
  public let keeper = MemoryKeeper()
  public let keychain = MemoryKeychain()
  public let folder: URL
  public var language = Language.en

  public init(leave: NotificationLeave = .given, answer: NotificationLeave = .given) throws {
    center = FakeCenter(leave: leave, answer: answer)
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  public var path: String { folder.appendingPathComponent("justmet.db").path }
  public var config: Config { Config(path: path, language: language, region: "CA", platform: .ios) }
  public var ports: Ports {
    Ports(
      clock: clock, center: center, launch: launcher, kept: keeper, device: Installation.of(keychain),
      keychain: keychain)
  }

  /// The core as the app opens it.
  public func core() throws -> JustMet {
    try JustMet.openEncrypted(config: config, clock: clock, keys: DatabaseKeys(keychain))
  }

  public func app() -> AppModel { AppModel(config: config, ports: ports) }

  /// The first bytes of the database.
  public var head: Data {
    get throws {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      defer { try? file.close() }
      return try file.read(upToCount: 16) ?? Data()
    }
  }

  /// Whether the database begins as every plain one does.
  public var isPlain: Bool { get throws { try head.starts(with: Data("SQLite format 3".utf8)) } }

  /// Cuts the last page off the database, as a torn copy would.
  public func damage() throws {
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    let end = try file.seekToEnd()
    try file.truncate(atOffset: end - 4096)
    try file.close()
  }

  /// Starts the app, as after a process death too.
  public func start() async throws -> Screens {
    let app = app()
    await app.refresh()
    return try app.screens
  }
}

extension AppModel {
  public struct NotOpen: Error {
    public let state: String
    public init(state: String) { self.state = state }
  }

  public var screens: Screens {
    get throws {
      guard case .open(let screens) = state else { throw NotOpen(state: "\(state)") }
      return screens
    }
  }
}

extension Screens {
  /// Types a line and saves it, as a person does.
  @discardableResult public func save(
    _ line: String = "Priya Rao, Acme, prefers WhatsApp 514 555 0142, slides, Tue"
  ) async throws -> Saved {
    capture.type(line)
    await capture.settled()
    await capture.save()
    guard let saved = capture.state.saved else { throw AppModel.NotOpen(state: "\(capture.state)") }
    return saved
  }
}
