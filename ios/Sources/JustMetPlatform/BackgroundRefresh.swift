#if canImport(BackgroundTasks)
  import BackgroundTasks
  import Foundation

  /// Asks the system for a moment in the background, to bring reminders in step where the app is not opened for long.
  public enum BackgroundRefresh {
    public static let identifier = "app.justmet.refresh"

    /// Not before `from` now; the system chooses when, or never. What it refuses is no fault: reminders that were handed
    /// over come all the same.
    public static func ask(from seconds: TimeInterval = 12 * 3600) {
      let request = BGAppRefreshTaskRequest(identifier: identifier)
      request.earliestBeginDate = Date(timeIntervalSinceNow: seconds)
      try? BGTaskScheduler.shared.submit(request)
    }
  }
#endif
