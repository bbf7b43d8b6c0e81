import JustMetCore
import Observation

/// The capture screen: one line, its chips, and what became of the last save.
@MainActor @Observable
public final class CaptureModel {
  public enum State: Equatable, Sendable {
    case editing
    case saving
    case saved(Saved)
    case failed(String)
  }

  public private(set) var state = State.editing
  public private(set) var line = ""
  public private(set) var preview: CapturePreview?
  /// Why reminders could not be brought in step; what was saved stays saved, and can be taken back.
  public private(set) var reminderFault: String?
  private var edits: [ChipEdit] = []
  private let core: JustMet
  private let reminders: ReminderScheduler

  public init(core: JustMet, reminders: ReminderScheduler) {
    self.core = core
    self.reminders = reminders
  }

  public func type(_ text: String) {
    line = text
    edits = []  // their places were those of the old line
    read()
  }

  public func change(_ chip: Chip, to change: ChipChange) {
    edits.append(ChipEdit(field: chip.field, start: chip.start, end: chip.end, change: change))
    read()
  }

  public func save() async {
    guard state != .saving else { return }
    state = .saving
    do {
      let saved = try await core.save(line: line, mode: .typed, edits: edits)
      (line, edits, preview) = ("", [], nil)
      state = .saved(saved)
    } catch {
      state = .failed(explanation(of: error))
      return
    }
    reminderFault = await reminders.fault()
  }

  public func undo() async {
    guard case .saved(let saved) = state else { return }
    do {
      _ = try await core.undo(token: saved.undo.token)
      state = .editing
    } catch {
      state = .failed(explanation(of: error))
      return
    }
    reminderFault = await reminders.fault()
  }

  private func read() {
    do {
      preview = try core.preview(line: line, mode: .typed, edits: edits)
      state = .editing
    } catch { state = .failed(explanation(of: error)) }
  }
}
