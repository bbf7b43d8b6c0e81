import JustMetCore
import Observation

/// One person: where to write and why, and what they said about each channel.
@MainActor @Observable
public final class ContactModel {
  public enum State: Equatable, Sendable {
    case loading
    case shown(ContactScreen)
    case failed(String)
  }

  public private(set) var state = State.loading
  private let id: String
  private let core: JustMet

  public init(id: String, core: JustMet) {
    self.id = id
    self.core = core
  }

  public func load() async {
    do { state = .shown(try await core.contact(id: id)) } catch { state = .failed(explanation(of: error)) }
  }

  public func prefer(_ channel: ChannelKind, _ stance: Stance?) async {
    do {
      state = .shown(try await core.prefer(id: id, channel: channel, stance: stance))
    } catch { state = .failed(explanation(of: error)) }
  }
}
