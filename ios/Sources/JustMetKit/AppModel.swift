import Foundation
import JustMetCore
import Observation

/// Where the app is to go, asked for from outside: an intent, a notification.
public enum Destination: Hashable, Sendable {
  case capture(line: String)
  case contact(id: String)
}

/// The whole app: the open core with its screens, or why there is none.
@MainActor @Observable
public final class AppModel {
  public enum State {
    case opening
    case open(Screens)
    case unopened(Trouble)
  }

  public private(set) var state = State.opening
  /// Taken by the first view that can show it.
  public var destination: Destination?
  private let config: Config
  private let ports: Ports
  private let opener: @Sendable (Config, Ports) throws -> JustMet
  private var opening: Task<Void, Never>?
  /// Whether what can be read of a damaged database is being saved.
  public private(set) var isSalvaging = false

  /// `opener` opens the core; a test may watch what is asked of it.
  public init(
    config: Config, ports: Ports,
    opener: (@Sendable (Config, Ports) throws -> JustMet)? = nil
  ) {
    (self.config, self.ports) = (config, ports)
    self.opener = opener ?? { try Opening.core($0, $1) }
  }

  /// Opens the core, away from the main thread; nothing where it is open. What fails is a state, and may be tried again.
  public func open() async {
    if case .open = state { return }
    if let opening { return await opening.value }
    let task = Task { [config, ports, opener] in
      let opened = await Task.detached { Result { try opener(config, ports) } }.value
      switch opened {
      case .success(let core):
        state = .open(Screens(core: core, ports: ports))
      case .failure(let error): state = .unopened(Trouble(error))
      }
    }
    opening = task
    await task.value
    opening = nil
  }

  /// Each time the app comes to the front, and when the system wakes it: the list is read, then what the phone holds is
  /// brought in step.
  public func refresh() async {
    await open()
    guard case .open(let screens) = state else { return }
    await screens.home.load()
    await screens.reminding.refresh()
    await screens.home.lookForOffer()
  }

  /// The database's files, for the person to keep elsewhere: also where the core cannot open them.
  public var files: [URL] {
    ["", "-wal", "-shm"].map { URL(fileURLWithPath: config.path + $0) }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// Saves what can be read of a damaged database into a new one in its place, and opens that. The damaged one stays beside
  /// it.
  public func salvage() async {
    guard !isSalvaging else { return }
    if case .open(let screens) = state {
      guard screens.home.state.trouble?.kind == .damaged else { return }
      state = .opening  // without its screens nothing holds the file open
    }
    isSalvaging = true
    let saved = await Task.detached { [config, ports] in Result { try Opening.salvaged(config, ports) } }.value
    isSalvaging = false
    switch saved {
    case .failure(let error): state = .unopened(Trouble(error))
    case .success(let text):
      state = .opening
      await refresh()
      if case .open(let screens) = state { screens.home.tell(text) }
    }
  }

  /// Leaves a database closed whose key is on another phone, under another name, and begins with an empty one.
  public func beginAnew() async {
    guard case .unopened(let trouble) = state, trouble.kind == .keyless else { return }
    do {
      try Opening.setAside(config, ports)
      await refresh()
    } catch { state = .unopened(Trouble(error)) }
  }

  /// A tap on a notification. "Done", "Later" and "Let go" need no screen; the rest leads to the person.
  public func handle(_ tap: NotificationTap) async {
    await open()
    guard case .open(let screens) = state else { return }
    guard let verb = tap.verb.flatMap(Verb.init) else {
      if !tap.contact.isEmpty { destination = .contact(id: tap.contact) }
      return
    }
    await screens.act(followUp: tap.followUp, generation: tap.generation, verb: verb)
  }
}

/// The models that live as long as the open core.
@MainActor public final class Screens {
  public let capture: CaptureModel
  public let home: HomeModel
  public let reminding: Reminding
  private let core: JustMet
  private let ports: Ports
  private let relay = Relay()

  public init(core: JustMet, ports: Ports) {
    (self.core, self.ports) = (core, ports)
    let scheduler = ReminderScheduler(core: core, center: ports.center, device: ports.device)
    reminding = Reminding(scheduler: scheduler, center: ports.center, keeper: ports.kept)
    let relay = relay
    let changed: @MainActor () async -> Void = { await relay.changed() }
    capture = CaptureModel(core: core, reminding: reminding, keeper: ports.kept, changed: changed)
    home = HomeModel(core: core, reminding: reminding, changed: changed)
    relay.changed = { [weak self] in await self?.changed() }
  }

  /// Reminders first, then the list: what was saved is never without its reminder longer than it has to be.
  public func changed() async {
    await reminding.refresh()
    await home.load()
  }

  public func contact(_ id: String) -> ContactModel {
    ContactModel(id: id, core: core, launch: ports.launch) { [relay] in await relay.changed() }
  }

  public func settings() -> SettingsModel {
    SettingsModel(core: core) { [relay, home] in
      await relay.changed()
      await home.lookForOffer()
    }
  }

  /// `folder`: where files are made that the person then shares.
  public func backup(in folder: URL = FileManager.default.temporaryDirectory) -> BackupModel {
    BackupModel(core: core, folder: folder) { [relay] in await relay.changed() }
  }

  public func offer() -> OfferModel {
    OfferModel(core: core) { [relay, home] in
      await relay.changed()
      await home.lookForOffer()
    }
  }

  func act(followUp: String, generation: UInt32, verb: Verb) async {
    // Handled elsewhere or gone meanwhile: there is nothing to say on a lock screen.
    _ = try? await core.act(followUp: followUp, generation: generation, verb: verb)
    await changed()
  }

  func lacksWish(_ line: String) throws -> Bool {
    try core.preview(line: line, mode: .dictated, edits: []).chips.allSatisfy { $0.stance != .preferred }
  }

  func add(_ line: String) async throws -> Saved {
    let saved = try await core.save(line: line, mode: .dictated, edits: [])
    await changed()
    return saved
  }
}

/// Breaks the ring between the screens and their models.
@MainActor private final class Relay {
  var changed: @MainActor () async -> Void = {}
}
