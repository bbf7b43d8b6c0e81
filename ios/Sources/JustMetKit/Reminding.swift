import JustMetCore
import Observation

/// What a change of data leads to: the system is brought in step, and what keeps reminders from being seen is known.
@MainActor @Observable
public final class Reminding {
  /// What keeps reminders from being seen, in words; none where nothing does, or where the person sent it away for good.
  public private(set) var hint: String?
  /// Whether to ask for leave to notify: there is something to remind of, and they were never asked.
  public private(set) var asks = false
  /// Why reminders could not be brought in step; what was saved stays saved.
  public private(set) var fault: String?
  /// What the core last said of a missing leave: it says it where there is something to remind of.
  private var missing: String?
  private let scheduler: ReminderScheduler
  private let center: any NotificationCenterPort
  private let keeper: any KeptPort

  public init(scheduler: ReminderScheduler, center: any NotificationCenterPort, keeper: any KeptPort) {
    (self.scheduler, self.center, self.keeper) = (scheduler, center, keeper)
  }

  /// After every change, at every start and whenever the app comes to the front.
  public func refresh() async {
    do {
      let problems = try await scheduler.sync()
      fault = nil
      let isGiven = await center.leave() == .given
      missing = isGiven ? nil : problems.first { $0.kind == .notAllowedToNotify }?.text ?? missing
      asks = asks && !isGiven
      hint = keeper.load().hintDismissed || asks ? nil : missing
    } catch { fault = Trouble(error).explanation }
  }

  /// After a save with a follow-up: the one moment at which asking makes sense.
  public func considerAsking() async { asks = await center.leave() == .notAsked }

  /// The person said yes to our sentence: now the system asks.
  public func ask() async {
    asks = false
    _ = await center.askLeave()
    await refresh()
  }

  /// Not now: the hint says where reminders are found instead.
  public func decline() async {
    asks = false
    await refresh()
  }

  public func dismissHint() {
    var kept = keeper.load()
    kept.hintDismissed = true
    keeper.save(kept)
    hint = nil
  }
}
