import JustMetCore
import Observation

/// The offer to forget people who were never followed up, at one moment.
public struct OfferState: Equatable, Sendable {
  /// None until it was read.
  public internal(set) var offer: DeletionOffer?
  /// What became of the last tap, and how to take it back.
  public internal(set) var said: Said?
  public internal(set) var trouble: Trouble?

  public init() {}
}

/// People who were never followed up: each to be kept, or forgotten.
@MainActor @Observable
public final class OfferModel {
  public private(set) var state = OfferState()
  private let core: JustMet
  private let changed: @MainActor () async -> Void

  init(core: JustMet, changed: @escaping @MainActor () async -> Void) {
    (self.core, self.changed) = (core, changed)
  }

  /// Reads it, and notes that it was shown: it is not pointed at again until somebody else comes to it.
  public func load() async {
    await carryOut {
      self.state.offer = try await self.core.deletionOffer()
      try await self.core.deletionOfferShown()
    }
    await changed()
  }

  public func keep(_ person: OfferedPerson) async {
    await carryOut { self.state.offer = try await self.core.keepOffered(id: person.contact.id) }
    await changed()
  }

  public func keepAll() async {
    await carryOut {
      try await self.core.keepAllOffered()
      self.state.offer = try await self.core.deletionOffer()
    }
    await changed()
  }

  public func forget(_ person: OfferedPerson) async {
    await carryOut {
      let forgotten = try await self.core.forget(id: person.contact.id)
      self.state.said = Said(text: forgotten.text, undo: forgotten.undo)
      self.state.offer = try await self.core.deletionOffer()
    }
    await changed()
  }

  public func undo() async {
    guard let ticket = state.said?.undo else { return }
    state.said = nil
    await carryOut {
      self.state.said = Said(text: try await self.core.undo(token: ticket.token).text, undo: nil)
      self.state.offer = try await self.core.deletionOffer()
    }
    await changed()
  }

  public func dismissSaid() { state.said = nil }

  private func carryOut(_ work: () async throws -> Void) async {
    do {
      try await work()
      state.trouble = nil
    } catch { state.trouble = Trouble(error) }
  }
}
