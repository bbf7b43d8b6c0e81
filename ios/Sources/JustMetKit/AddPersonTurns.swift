import JustMetCore

/// The two turns of adding a person by voice or shortcut.
extension AppModel {
  /// Whether to ask how they like to be reached: the line does not say it.
  public func lacksWish(_ line: String) async throws -> Bool { try await screens().lacksWish(line) }

  /// The line with their answer behind it.
  public static func joined(_ line: String, wish: String) -> String {
    wish.allSatisfy(\.isWhitespace) ? line : "\(line), \(wish)"
  }

  /// Saves the line without a screen.
  public func add(_ line: String) async throws -> Saved { try await screens().add(line) }

  private func screens() async throws -> Screens {
    await open()
    switch state {
    case .open(let screens): return screens
    case .unopened(let trouble): throw trouble
    case .opening: throw CancellationError()
    }
  }
}

extension Saved {
  /// What a voice says: who, where to write and why, and when the reminder comes; words of the core only.
  public var spoken: String {
    [contact.title, suggestion.headline, followUp?.dueText].compactMap { $0 }.map { $0 + "." }.joined(separator: " ")
  }
}
