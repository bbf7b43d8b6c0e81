import Foundation
import JustMetCore

/// Carries out the core's plan, in its order. It decides nothing.
public actor ReminderScheduler {
  /// Whose requests are ours, and of which follow-up.
  public static let prefix = "fu/"
  private let core: JustMet
  private let center: any NotificationCenterPort
  private let device: any DevicePort
  private var last: Task<[ProblemLine], any Error>?

  public init(core: JustMet, center: any NotificationCenterPort, device: any DevicePort) {
    (self.core, self.center, self.device) = (core, center, device)
  }

  /// Brings the system in step with the core; gives what keeps reminders from being seen. One run comes after the other.
  @discardableResult
  public func sync() async throws -> [ProblemLine] {
    let before = last
    let run = Task {
      _ = try? await before?.value
      return try await self.carryOut()
    }
    last = run
    return try await run.value
  }

  private func carryOut() async throws -> [ProblemLine] {
    let plan = try await core.reconcile(os: await view())
    await center.removePending(plan.cancel)
    await center.removeDelivered(plan.dismiss)
    for reminder in plan.show {
      try await center.add(NotificationRequest(reminder, at: nil))
      // Only now: ending between the two shows it again at worst, and never loses it.
      try await core.acknowledge(step: .shown(slots: [reminder.slot]))
    }
    if let sentinel = plan.sentinel { try await center.add(NotificationRequest(sentinel)) }
    for scheduled in plan.schedule {
      try await center.add(NotificationRequest(scheduled.reminder, at: scheduled.fireMs))
      try await core.acknowledge(step: .handedOver(slot: scheduled.reminder.slot, fireMs: scheduled.fireMs))
    }
    return plan.problems
  }

  private func view() async -> OsView {
    let pending = await center.pending().filter { $0.identifier.hasPrefix(Self.prefix) }
    let delivered = await center.delivered().filter { $0.identifier.hasPrefix(Self.prefix) }
    return .ios(
      pending: pending.map {
        PendingSlot(identifier: $0.identifier, generation: $0.generation, fireMs: $0.fireMs, alert: $0.alert)
      },
      delivered: delivered.map { Slot(identifier: $0.identifier, generation: $0.generation) },
      permission: await center.leave() == .given ? .granted : .denied, device: device.device())
  }
}

extension Reminder {
  fileprivate var slot: Slot { Slot(identifier: identifier, generation: followUp.generation) }
}

extension NotificationRequest {
  fileprivate init(_ reminder: Reminder, at fireMs: Int64?) {
    self.init(
      identifier: reminder.identifier, generation: reminder.followUp.generation, contact: reminder.followUp.contactId,
      title: reminder.title, body: reminder.body, write: reminder.write, alert: reminder.alert, fireMs: fireMs)
  }

  /// It stands for many people, so it has no actions.
  fileprivate init(_ sentinel: SentinelCard) {
    self.init(
      identifier: sentinel.identifier, generation: 0, contact: "", title: sentinel.title, body: sentinel.body,
      write: "", alert: true, fireMs: sentinel.fireMs)
  }
}
