import Foundation
import JustMetCore
import Observation

/// The capture screen: one line, its chips, and what became of the last save.
@MainActor @Observable
public final class CaptureModel: Asking {
  public private(set) var state = CaptureState()
  public let reminding: Reminding
  private let core: JustMet
  private let keeper: any KeptPort
  private let changed: @MainActor () async -> Void
  private let pause: @Sendable (Duration) async throws -> Void
  private var reading: Task<Void, Never>?
  private var dropped: String?
  private var forgetting: Task<Void, Never>?

  /// `changed` is called after data changed. `pause` waits; a test need not.
  public init(
    core: JustMet, reminding: Reminding, keeper: any KeptPort, changed: @escaping @MainActor () async -> Void,
    pause: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
  ) {
    (self.core, self.reminding, self.keeper, self.changed, self.pause) = (core, reminding, keeper, changed, pause)
    let kept = keeper.load()
    (state.line, state.isPasted) = (kept.line, kept.isPasted)
    if !state.line.isEmpty { read() }
  }

  /// Each keystroke: one reading, away from the main thread; the last one wins.
  public func type(_ line: String) {
    guard line != state.line else { return }
    state.edits = state.edits.carried(from: state.line, to: line)
    state.line = line
    if line.isEmpty { state.isPasted = false }
    state.trouble = nil
    keep(line)
    read()
  }

  /// A card, a signature or a chat from the clipboard: into an empty field as what was copied, behind a line as a part of it.
  public func paste(_ text: String) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !text.isEmpty else { return }
    if state.line.allSatisfy(\.isWhitespace) {
      state.isPasted = true
      type(text)
    } else {
      type("\(state.line.trimmingCharacters(in: .whitespacesAndNewlines)), \(text)")
    }
  }

  /// A search that found nobody: its text becomes the line.
  public func carry(_ text: String) { type(text) }

  /// The first tap makes an unsure chip sure, the next one opens its editor.
  public func tap(_ chip: ShownChip) {
    if chip.isSure { state.edited = chip } else { change(chip, .confirm) }
  }

  public func drop(_ chip: ShownChip) {
    if chip.field == .event, chip.start == chip.end { (dropped, state.event) = (state.event, nil) }
    change(chip, .drop)
  }

  // MARK: their answer

  public var asked: AskState? { state.ask }

  public func ask(in language: Language) {
    do {
      let card = try core.ask(language: language)
      if state.ask == nil { state.ask = AskState(card: card) } else { state.ask?.card = card }
    } catch { state.trouble = Trouble(error) }
  }

  public func changeAsk(_ change: (inout AskState) -> Void) {
    guard var ask = state.ask else { return }
    change(&ask)
    state.ask = ask
  }

  public func closeAsk() { state.ask = nil }

  /// Their answer goes behind the line, where it reads as what they told me.
  public func answer() {
    guard let ask = state.ask, let channel = ask.channel else { return }
    do {
      let answer = try core.answer(channel: channel, address: ask.address)
      state.ask = nil
      let line = state.line.trimmingCharacters(in: .whitespacesAndNewlines)
      type(line.isEmpty ? answer : "\(line), \(answer)")
    } catch { state.ask?.trouble = Trouble(error) }
  }

  /// Looks whether people were met at an event today already; one that was dropped is not brought back. Called whenever
  /// the screen is there: the field does not wait for it.
  public func carryEvent() async {
    guard let event = try? await core.eventToday() else {
      state.event = nil
      return read()
    }
    guard event != dropped, event != state.event else { return }
    state.event = event
    read()
  }

  /// What the editor was left with; empty drops the chip.
  public func replace(_ chip: ShownChip, with text: String) {
    state.edited = nil
    change(chip, text.isEmpty ? .drop : .replace(text: text))
  }

  public func closeEditor() { state.edited = nil }

  public func save() async {
    guard state.canSave else { return }
    let (line, mode, edits) = (state.line, state.mode, state.allEdits)
    state.isSaving = true
    state.trouble = nil
    do {
      show(try await core.save(line: line, mode: mode, edits: edits))
    } catch {
      state.isSaving = false
      state.trouble = Trouble(error)
      return
    }
    if state.saved?.followUp != nil { await reminding.considerAsking() }
    await changed()
  }

  /// Takes the last save back; the line returns to the field if that is empty.
  public func undo() async {
    guard let saved = state.saved else { return }
    state.saved = nil
    do {
      _ = try await core.undo(token: saved.undo.token)
      if state.line.isEmpty, let line = saved.contact.rawLines.first { type(line) }
    } catch { state.trouble = Trouble(error) }
    await changed()
  }

  /// Waits until the newest line was read.
  public func settled() async { await reading?.value }

  private func show(_ saved: Saved) {
    let event = saved.contact.event
    state = CaptureState()
    state.event = event
    state.saved = saved
    keep("")
    reading?.cancel()
    forgetting?.cancel()
    let pause = pause
    forgetting = Task { [weak self] in
      guard (try? await pause(.seconds(10))) != nil, self?.state.saved?.undo == saved.undo else { return }
      self?.state.saved = nil
    }
  }

  private func change(_ chip: ShownChip, _ change: ChipChange) {
    state.edits.append(ChipEdit(field: chip.field, start: chip.start, end: chip.end, change: change))
    read()
  }

  private func keep(_ line: String) {
    var kept = keeper.load()
    (kept.line, kept.isPasted) = (line, state.isPasted)
    keeper.save(kept)
  }

  private func read() {
    reading?.cancel()
    let (core, line, mode, edits) = (core, state.line, state.mode, state.allEdits)
    reading = Task { [weak self] in
      let read = await Task.detached { Result { try core.preview(line: line, mode: mode, edits: edits) } }.value
      guard let self, !Task.isCancelled, state.line == line, state.allEdits == edits else { return }
      switch read {
      case .success(let preview): state.preview = preview
      case .failure(let error): state.trouble = Trouble(error)
      }
    }
  }
}
