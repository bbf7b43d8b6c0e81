import Foundation
@_exported import JustMetCore

/// A notification request in plain values; the same identifier replaces, as in UNUserNotificationCenter.
public struct NotificationRequest: Equatable, Sendable {
  public let identifier: String
  public let generation: UInt32
  /// Empty where it stands for many.
  public let contact: String
  public let title: String
  public let body: String
  /// The label of the first action: "Write on WhatsApp". Empty: it has no actions.
  public let write: String
  /// With sound.
  public let alert: Bool
  /// Milliseconds since the Unix epoch. None: at once.
  public let fireMs: Int64?

  public init(
    identifier: String, generation: UInt32, contact: String, title: String, body: String, write: String, alert: Bool,
    fireMs: Int64?
  ) {
    self.identifier = identifier
    self.generation = generation
    self.contact = contact
    self.title = title
    self.body = body
    self.write = write
    self.alert = alert
    self.fireMs = fireMs
  }
}

/// What the system says it holds of one request.
public struct HeldNotification: Equatable, Sendable {
  public let identifier: String
  public let generation: UInt32
  /// Milliseconds since the Unix epoch; for one on show, when it came.
  public let fireMs: Int64
  /// With sound.
  public let alert: Bool

  public init(identifier: String, generation: UInt32, fireMs: Int64, alert: Bool) {
    (self.identifier, self.generation, self.fireMs, self.alert) = (identifier, generation, fireMs, alert)
  }
}

/// Whether the person lets JustMet notify.
public enum NotificationLeave: Equatable, Sendable {
  case notAsked, given, refused
}

/// What the shell needs of UNUserNotificationCenter. The system keeps the last 64 requests that were added.
public protocol NotificationCenterPort: Sendable {
  func leave() async -> NotificationLeave
  /// Asks the person, once in the life of the app; later it only says what they answered.
  func askLeave() async -> NotificationLeave
  func pending() async -> [HeldNotification]
  func delivered() async -> [HeldNotification]
  func add(_ request: NotificationRequest) async throws
  func removePending(_ identifiers: [String]) async
  func removeDelivered(_ identifiers: [String]) async
}

/// Carries out one action of the core in another app; false where none takes it.
@MainActor public protocol LaunchPort: AnyObject, Sendable {
  func open(_ launch: Launch) async -> Bool
  func copy(_ text: String)
}

/// Small secrets and marks that stay on this device, readable from the first unlock on.
public protocol KeychainPort: Sendable {
  func read(_ name: String) throws -> Data?
  func write(_ name: String, _ data: Data) throws
  func remove(_ name: String) throws
}

/// What tells this installation and this run of the device from another.
public protocol DevicePort: Sendable {
  func device() -> Device
}

/// Where the shell keeps what is not the core's: the half-typed line, and what was said once.
public protocol KeptPort: Sendable {
  func load() -> Kept
  func save(_ kept: Kept)
}

/// What outlives the app without being data about a person who was saved.
public struct Kept: Codable, Equatable, Sendable {
  /// The line as it was half typed.
  public var line = ""
  /// Whether that line was pasted: what it says was not told.
  public var isPasted = false
  /// Whether the person sent the hint about notifications away for good.
  public var hintDismissed = false
  /// Whether the database was opened with the key of the phone on which this was written; a backup of the device may bring
  /// both to another phone, and never the key.
  public var isEncrypted = false

  public init() {}

  /// What an earlier version did not write is as it was then.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    line = try values.decodeIfPresent(String.self, forKey: .line) ?? ""
    isPasted = try values.decodeIfPresent(Bool.self, forKey: .isPasted) ?? false
    hintDismissed = try values.decodeIfPresent(Bool.self, forKey: .hintDismissed) ?? false
    isEncrypted = try values.decodeIfPresent(Bool.self, forKey: .isEncrypted) ?? false
  }
}

/// The system's services, handed in once.
public struct Ports: Sendable {
  public let clock: any Clock
  public let center: any NotificationCenterPort
  public let launch: any LaunchPort
  public let kept: any KeptPort
  public let device: any DevicePort
  public let keychain: any KeychainPort

  public init(
    clock: any Clock, center: any NotificationCenterPort, launch: any LaunchPort, kept: any KeptPort,
    device: any DevicePort, keychain: any KeychainPort
  ) {
    (self.clock, self.center, self.launch) = (clock, center, launch)
    (self.kept, self.device, self.keychain) = (kept, device, keychain)
  }
}
