import JustMetCore

/// The four actions of a reminder; the identifiers of the system's own two are the adapter's.
public enum NotificationVerb: String, CaseIterable, Sendable {
  case write, done, later, letGo
}

/// A tap on a notification, in plain values.
public struct NotificationTap: Equatable, Sendable {
  public let identifier: String
  public let generation: UInt32
  public let contact: String
  /// None: the notification itself was tapped.
  public let verb: NotificationVerb?

  public init(identifier: String, generation: UInt32, contact: String, verb: NotificationVerb?) {
    (self.identifier, self.generation, self.contact, self.verb) = (identifier, generation, contact, verb)
  }

  var followUp: String { String(identifier.dropFirst(ReminderScheduler.prefix.count)) }
}

extension Verb {
  /// What the core is asked for; none for what opens the app.
  init?(_ verb: NotificationVerb) {
    switch verb {
    case .done: self = .done
    case .later: self = .snooze(until: nil)
    case .letGo: self = .letGo
    case .write: return nil
    }
  }
}
