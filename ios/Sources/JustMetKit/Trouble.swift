import Foundation
import JustMetCore

/// Something could not be done: what to show, and what to offer.
public struct Trouble: Equatable, Sendable, Error {
  public enum Kind: Equatable, Sendable {
    /// What was entered cannot be used as it is.
    case invalid
    /// It is not there any more.
    case notFound
    /// A newer version wrote the database.
    case newer
    /// The file is damaged, or is no database of JustMet.
    case damaged
    /// It is encrypted, and its key is not on this phone.
    case keyless
    /// Somebody else holds the database.
    case locked
    /// The storage does not take it.
    case storage
    /// A newer reading took its place: nothing to show.
    case interrupted
    /// A fault of the shell or of JustMet.
    case fault
  }

  public let kind: Kind
  /// The core's own sentence.
  public let explanation: String

  /// What to say of whatever a call threw; `localizedDescription` would print the Swift value of a core error.
  public init(_ error: any Error) {
    guard let error = error as? JustMetError else {
      self = error as? Trouble ?? Trouble(kind: .fault, explanation: error.localizedDescription)
      return
    }
    switch error {
    case .Invalid(let explanation): self.init(kind: .invalid, explanation: explanation)
    case .NotFound(let explanation): self.init(kind: .notFound, explanation: explanation)
    case .NewerDatabase(let explanation): self.init(kind: .newer, explanation: explanation)
    case .DamagedDatabase(let explanation): self.init(kind: .damaged, explanation: explanation)
    case .Busy(let explanation): self.init(kind: .locked, explanation: explanation)
    case .Storage(let explanation): self.init(kind: .storage, explanation: explanation)
    case .Interrupted(let explanation): self.init(kind: .interrupted, explanation: explanation)
    case .Shell(let explanation), .Internal(let explanation): self.init(kind: .fault, explanation: explanation)
    }
  }

  public init(kind: Kind, explanation: String) {
    (self.kind, self.explanation) = (kind, explanation)
  }
}
