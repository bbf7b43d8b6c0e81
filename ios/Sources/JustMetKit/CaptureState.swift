import JustMetCore

/// The capture screen at one moment.
public struct CaptureState: Equatable, Sendable {
  /// What stands in the field.
  public internal(set) var line = ""
  /// Whether that was pasted: what it says was not told.
  public internal(set) var isPasted = false
  /// What was tapped on the chips of this line.
  public internal(set) var edits: [ChipEdit] = []
  /// How the core reads it; that of an earlier keystroke until the newest reading arrives.
  public internal(set) var preview: CapturePreview?
  /// The event that today's people are met at: carried over until the line names another, or it is dropped.
  public internal(set) var event: String?
  /// The question that is turned round to them, while the phone is in their hands.
  public internal(set) var ask: AskState?
  /// The chip whose editor is open.
  public internal(set) var edited: ShownChip?
  public internal(set) var isSaving = false
  /// The last save, for as long as it can be taken back.
  public internal(set) var saved: Saved?
  /// Why the line could not be read or saved; it stays in the field.
  public internal(set) var trouble: Trouble?

  public init() {}

  public var canSave: Bool { !isSaving && !line.allSatisfy(\.isWhitespace) }

  /// Whether to offer the question: nothing is known of their wish.
  public var offersAsk: Bool {
    !line.allSatisfy(\.isWhitespace) && preview?.chips.contains { $0.stance == .preferred } == false
  }

  var mode: CaptureMode { isPasted ? .pasted : .typed }

  /// All that the core is told of this line: what is carried over first, so that taps change it too.
  var allEdits: [ChipEdit] {
    let carried = event.map { ChipEdit(field: .event, start: 0, end: 0, change: .replace(text: $0)) }
    return (carried.map { [$0] } ?? []) + edits
  }

  /// The chips as they are drawn: what is carried over first, then in the order of the line, the follow-up last.
  public var chips: [ShownChip] {
    guard let preview else { return [] }
    let chips = preview.chips.filter { $0.field != .followUp }
    let carried = chips.filter { $0.start == $0.end }
    let read = chips.filter { $0.start != $0.end }
    var shown = (carried + read).map(ShownChip.init)
    if !line.isEmpty { shown.append(ShownChip(followUp: preview)) }
    return shown
  }
}

/// A chip as it is drawn.
public struct ShownChip: Equatable, Sendable, Identifiable {
  public let field: CaptureField
  /// None where there is no reminder.
  public let text: String?
  public let isSure: Bool
  public let channel: ChannelKind?
  public let stance: Stance?
  public let promiseBy: PromiseBy?
  /// UTF-16 code units of the line.
  public let start: UInt32
  public let end: UInt32

  public var id: String { "\(field) \(start) \(end)" }

  init(_ chip: Chip) {
    (field, text, isSure) = (chip.field, chip.text, chip.certainty == .sure)
    (channel, stance, promiseBy) = (chip.channel, chip.stance, chip.promiseBy)
    (start, end) = (chip.start, chip.end)
  }

  /// The one reminder: a chip also where the line does not name the day, and where there is none.
  init(followUp preview: CapturePreview) {
    let named = preview.chips.first { $0.field == .followUp }
    field = .followUp
    text = preview.followUp?.text
    isSure = preview.followUp?.certainty != .unsure
    (channel, stance, promiseBy) = (nil, nil, nil)
    (start, end) = (named?.start ?? 0, named?.end ?? 0)
  }

  /// The words of the line that it stands for.
  public func range(in line: String) -> Range<String.Index>? {
    let units = line.utf16
    guard start < end, Int(end) <= units.count else { return nil }
    let from = units.index(units.startIndex, offsetBy: Int(start))
    return from..<units.index(from, offsetBy: Int(end - start))
  }
}
