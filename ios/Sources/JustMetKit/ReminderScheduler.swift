import Foundation
import JustMetCore

/// Carries out the core's plan, in its order. It decides nothing.
public actor ReminderScheduler {
  private static let prefix = "fu/"
  private let core: JustMet
  private let center: any NotificationCenterPort

  public init(core: JustMet, center: any NotificationCenterPort) {
    self.core = core
    self.center = center
  }

  /// Brings the system in step with the core; gives what keeps reminders from being seen.
  @discardableResult
  public func sync() async throws -> [ProblemLine] {
    let plan = try await core.reconcile(os: await view())
    await center.removePending(plan.cancel)
    await center.removeDelivered(plan.dismiss)
    for reminder in plan.show {
      try await center.add(Self.request(reminder, at: nil))
      // Only now: ending between the two shows it again at worst, and never loses it.
      try await core.acknowledge(step: .shown(slots: [Self.slot(reminder)]))
    }
    for scheduled in plan.schedule {
      try await center.add(Self.request(scheduled.reminder, at: scheduled.fireMs))
      try await core.acknowledge(step: .handedOver(slot: Self.slot(scheduled.reminder), fireMs: scheduled.fireMs))
    }
    return plan.problems
  }

  /// Brings the system in step; gives in words what went wrong, if anything did.
  public func fault() async -> String? {
    do {
      try await sync()
      return nil
    } catch { return explanation(of: error) }
  }

  private func view() async -> OsView {
    let pending = await center.pending().filter { $0.identifier.hasPrefix(Self.prefix) }
    let delivered = await center.delivered().filter { $0.identifier.hasPrefix(Self.prefix) }
    return .ios(
      pending: pending.map { PendingSlot(identifier: $0.identifier, generation: $0.generation, fireMs: $0.fireMs) },
      delivered: delivered.map { Slot(identifier: $0.identifier, generation: $0.generation) },
      permission: await center.mayNotify() ? .granted : .denied,
      device: Device(install: "", uptimeMs: nil, boot: nil))
  }

  private static func slot(_ reminder: Reminder) -> Slot {
    Slot(identifier: reminder.identifier, generation: reminder.followUp.generation)
  }

  private static func request(_ reminder: Reminder, at fireMs: Int64?) -> NotificationRequest {
    NotificationRequest(
      identifier: reminder.identifier, generation: reminder.followUp.generation, title: reminder.title,
      body: reminder.body, write: reminder.write, alert: reminder.alert, fireMs: fireMs)
  }
}
