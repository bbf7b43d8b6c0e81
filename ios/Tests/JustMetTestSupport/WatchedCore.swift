import Foundation
import JustMetKit

/// A core that notes which calls came, and can fail or wait in one; everything else is the real one.
public final class WatchedCore: JustMet, @unchecked Sendable {
  private let real: JustMet
  private let lock = NSLock()
  private var noted: [String] = []
  private var failing: Set<String> = []
  /// Called before each preview is read, on the thread that asks for it.
  public nonisolated(unsafe) var beforePreview: (@Sendable (String) -> Void)?

  public init(_ real: JustMet) {
    self.real = real
    super.init(noHandle: NoHandle())
  }

  public required init(unsafeFromHandle handle: UInt64) { fatalError("never lifted") }

  public var calls: [String] { lock.withLock { noted } }
  public func forget() { lock.withLock { noted = [] } }
  /// That call throws from now on, as if the process ended in it.
  public func fail(_ name: String) { lock.withLock { _ = failing.insert(name) } }

  private func note(_ name: String) throws {
    try lock.withLock {
      noted.append(name)
      if failing.contains(name) { throw JustMetError.Internal(explanation: "ended in \(name)") }
    }
  }

  public override func preview(line: String, mode: CaptureMode, edits: [ChipEdit]) throws -> CapturePreview {
    try note("preview")
    beforePreview?(line)
    return try real.preview(line: line, mode: mode, edits: edits)
  }

  public override func save(line: String, mode: CaptureMode, edits: [ChipEdit]) async throws -> Saved {
    try note("save")
    return try await real.save(line: line, mode: mode, edits: edits)
  }

  public override func home() async throws -> HomeScreen {
    try note("home")
    return try await real.home()
  }

  public override func page(cursor: String?, order: PeopleOrder? = nil, event: String? = nil) async throws
    -> ContactPage
  {
    try note("page")
    return try await real.page(cursor: cursor, order: order, event: event)
  }

  public override func search(text: String) async throws -> SearchResult {
    try note("search")
    return try await real.search(text: text)
  }

  public override func contact(id: String) async throws -> ContactScreen {
    try note("contact")
    return try await real.contact(id: id)
  }

  public override func deletionOffer() async throws -> DeletionOffer {
    try note("deletionOffer")
    return try await real.deletionOffer()
  }

  public override func reconcile(os: OsView) async throws -> Plan {
    try note("reconcile")
    return try await real.reconcile(os: os)
  }

  public override func acknowledge(step: Step) async throws {
    try note("acknowledge")
    try await real.acknowledge(step: step)
  }

  public override func laterChoices() throws -> [LaterChoice] {
    try note("laterChoices")
    return try real.laterChoices()
  }

  public override func undo(token: String) async throws -> Undone {
    try note("undo")
    return try await real.undo(token: token)
  }

  public override func act(followUp: String, generation: UInt32, verb: Verb) async throws -> ActResult {
    try note("act")
    return try await real.act(followUp: followUp, generation: generation, verb: verb)
  }
}
