import Foundation
@_exported import JustMetCore

/// A notification request in plain values; the same identifier replaces, as in UNUserNotificationCenter.
public struct NotificationRequest: Equatable, Sendable {
  public let identifier: String
  public let generation: UInt32
  public let title: String
  public let body: String
  public let write: String
  public let alert: Bool
  /// None: at once.
  public let fireMs: Int64?
}

/// What the system says it holds of one request.
public struct HeldNotification: Equatable, Sendable {
  public let identifier: String
  public let generation: UInt32
  public let fireMs: Int64
  public init(identifier: String, generation: UInt32, fireMs: Int64) {
    (self.identifier, self.generation, self.fireMs) = (identifier, generation, fireMs)
  }
}

/// What the shell needs of UNUserNotificationCenter.
public protocol NotificationCenterPort: Sendable {
  func mayNotify() async -> Bool
  func pending() async -> [HeldNotification]
  func delivered() async -> [HeldNotification]
  func add(_ request: NotificationRequest) async throws
  func removePending(_ identifiers: [String]) async
  func removeDelivered(_ identifiers: [String]) async
}

/// Opens a link in another app; false where none takes it.
@MainActor public protocol LinkPort {
  func open(_ url: URL) async -> Bool
}
