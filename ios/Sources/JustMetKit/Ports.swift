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

  public init(identifier: String, generation: UInt32, fireMs: Int64) {
    (self.identifier, self.generation, self.fireMs) = (identifier, generation, fireMs)
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
  /// Whether the person sent the hint about notifications away for good.
  public var hintDismissed = false

  public init() {}
}

/// The system's services, handed in once.
public struct Ports: Sendable {
  public let clock: any Clock
  public let center: any NotificationCenterPort
  public let launch: any LaunchPort
  public let kept: any KeptPort
  public let device: any DevicePort

  public init(
    clock: any Clock, center: any NotificationCenterPort, launch: any LaunchPort, kept: any KeptPort,
    device: any DevicePort
  ) {
    (self.clock, self.center, self.launch, self.kept, self.device) = (clock, center, launch, kept, device)
  }
}
