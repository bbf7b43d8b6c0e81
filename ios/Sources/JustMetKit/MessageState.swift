import JustMetCore

/// A message while it is written.
public struct MessageState: Equatable, Sendable {
  /// As the core drafted it.
  public let card: MessageCard
  public internal(set) var subject: String
  public internal(set) var text: String
  /// How long the text is, as its channel counts.
  public internal(set) var counter: LengthCounter
  /// What speaks against sending it.
  public internal(set) var notes: [EtiquetteNote]
  /// Whether it may go out only with a reason.
  public internal(set) var asksReason = false
  public internal(set) var reason = ""
  /// Whether no app on this phone took it; the text stays here.
  public internal(set) var wasRefused = false

  init(_ card: MessageCard) {
    self.card = card
    (subject, text) = (card.subject ?? "", card.text)
    (counter, notes) = (card.counter, card.notes)
  }

  /// Whether nothing of it was changed: it can be drafted anew without a loss.
  public var isAsDrafted: Bool { text == card.text && subject == card.subject ?? "" }

  public var canWrite: Bool {
    !text.allSatisfy(\.isWhitespace) && counter.fits && (!asksReason || !reason.allSatisfy(\.isWhitespace))
  }
}
