import JustMetCore

/// The question that is turned round to them, whoever asks it: for the line that is being written, or for somebody who is
/// kept already.
@MainActor public protocol Asking: AnyObject {
  var asked: AskState? { get }
  /// Turns the screen round, in a language that can be changed on it.
  func ask(in language: Language)
  /// Changes what they have answered so far; nothing where nobody is asked.
  func changeAsk(_ change: (inout AskState) -> Void)
  func closeAsk()
  /// They are done: their answer counts as what they told.
  func answer() async
}

extension Asking {
  public func choose(_ channel: ChannelKind) {
    changeAsk {
      $0.channel = channel
      $0.trouble = nil
    }
  }

  public func address(_ text: String) {
    changeAsk {
      $0.address = text
      $0.trouble = nil
    }
  }

  public func showAllChannels() { changeAsk { $0.showsAll = true } }
}

/// The screen that is turned round to them: the core's words, and nothing else of the person who holds the phone.
public struct AskState: Equatable, Sendable {
  public internal(set) var card: AskCard
  /// What they chose.
  public internal(set) var channel: ChannelKind?
  public internal(set) var address = ""
  /// Whether every channel is shown, or the most usual.
  public internal(set) var showsAll = false
  /// Why their answer could not be kept.
  public internal(set) var trouble: Trouble?

  /// How many channels stand there at first.
  static let usual = 6

  public var channels: [AskChannel] { showsAll ? card.channels : Array(card.channels.prefix(Self.usual)) }
}
