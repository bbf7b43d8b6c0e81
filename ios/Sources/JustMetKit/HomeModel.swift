import JustMetCore
import Observation

/// The first screen: what is due, then whom one met lately.
@MainActor @Observable
public final class HomeModel {
  public enum State: Equatable, Sendable {
    case loading
    case shown(HomeScreen)
    case failed(String)
  }

  public private(set) var state = State.loading
  /// What became of the last tap, in words.
  public private(set) var said: String?
  /// Why reminders could not be brought in step; the list is right all the same.
  public private(set) var reminderFault: String?
  private let core: JustMet
  private let reminders: ReminderScheduler

  public init(core: JustMet, reminders: ReminderScheduler) {
    self.core = core
    self.reminders = reminders
  }

  public func load() async {
    do { state = .shown(try await core.home()) } catch { state = .failed(explanation(of: error)) }
  }

  public func act(_ followUp: FollowUpCard, _ verb: Verb) async {
    do {
      said = try await core.act(followUp: followUp.id, generation: followUp.generation, verb: verb).text
    } catch {
      state = .failed(explanation(of: error))
      return
    }
    reminderFault = await reminders.fault()
    await load()
  }
}
