@_exported import Foundation

open class BGTaskRequest: NSObject {
  public let identifier: String
  public var earliestBeginDate: Date?
  fileprivate init(_ identifier: String) { self.identifier = identifier }
}
open class BGAppRefreshTaskRequest: BGTaskRequest { public init(identifier: String) { super.init(identifier) } }
open class BGProcessingTaskRequest: BGTaskRequest {
  public var requiresNetworkConnectivity = false, requiresExternalPower = false
  public init(identifier: String) { super.init(identifier) }
}
open class BGTask: NSObject, @unchecked Sendable {
  public let identifier: String
  public var expirationHandler: (() -> Void)?
  public private(set) var _stubCompleted: Bool?
  fileprivate init(_ identifier: String) { self.identifier = identifier }
  public func setTaskCompleted(success: Bool) { _stubCompleted = success }
}
open class BGAppRefreshTask: BGTask, @unchecked Sendable {}
open class BGProcessingTask: BGTask, @unchecked Sendable {}

open class BGTaskScheduler: NSObject, @unchecked Sendable {
  public struct Error: Swift.Error, Sendable {
    public enum Code: Int, Sendable {
      case unavailable = 1
      case tooManyPendingTaskRequests, notPermitted
    }
    public let code: Code
  }
  public static let shared = BGTaskScheduler()
  private let lock = NSLock()
  private var handlers: [String: (BGTask) -> Void] = [:]
  public private(set) var _stubSubmitted: [BGTaskRequest] = []
  @discardableResult public func register(
    forTaskWithIdentifier identifier: String, using queue: DispatchQueue?, launchHandler: @escaping (BGTask) -> Void
  ) -> Bool {
    lock.lock()
    defer { lock.unlock() }
    guard handlers[identifier] == nil else { return false }  // Apple: registering twice is a programmer error
    handlers[identifier] = launchHandler
    return true
  }
  public func submit(_ taskRequest: BGTaskRequest) throws {
    lock.lock()
    defer { lock.unlock() }
    guard handlers[taskRequest.identifier] != nil else { throw Error(code: .notPermitted) }
    _stubSubmitted.removeAll { $0.identifier == taskRequest.identifier }
    _stubSubmitted.append(taskRequest)
  }
  public func cancel(taskRequestWithIdentifier identifier: String) {
    lock.lock()
    _stubSubmitted.removeAll { $0.identifier == identifier }
    lock.unlock()
  }
  public func cancelAllTaskRequests() {
    lock.lock()
    _stubSubmitted = []
    lock.unlock()
  }
  public func _stubLaunch(_ identifier: String) -> BGTask? {
    guard let h = handlers[identifier] else { return nil }
    let t = BGAppRefreshTask(identifier)
    h(t)
    return t
  }
}
