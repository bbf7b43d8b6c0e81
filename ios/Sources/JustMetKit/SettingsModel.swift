import Foundation
import JustMetCore
import Observation

/// What the person has set, at one moment.
public struct SettingsState: Equatable, Sendable {
  /// None until it was read.
  public internal(set) var settings: Settings?
  /// The name that messages introduce me by, as it is typed, and as it is kept.
  public internal(set) var name = ""
  public internal(set) var keptName = ""
  /// After how long people who were never followed up are offered for deletion.
  public internal(set) var offers: [OfferChoice] = []
  /// What was learned from answers.
  public internal(set) var learned: Learned?
  public internal(set) var trouble: Trouble?

  public var isNameChanged: Bool { name.trimmingCharacters(in: .whitespaces) != keptName }

  /// Whether the days off of the week are those of the region.
  public var isUsualWeekend: Bool { settings?.weekend == nil }
}

/// What can be set: days off, what was learned, when to offer deletion.
@MainActor @Observable
public final class SettingsModel {
  public private(set) var state = SettingsState()
  private let core: JustMet
  private let changed: @MainActor () async -> Void

  init(core: JustMet, changed: @escaping @MainActor () async -> Void) {
    (self.core, self.changed) = (core, changed)
  }

  public func load() async {
    await carryOut { core in
      self.state.keptName = try await core.myName()
      self.state.name = self.state.keptName
      self.state.settings = try await core.settings()
      self.state.offers = try await core.deletionOfferChoices()
      self.state.learned = try await core.learned()
    }
  }

  public func typeName(_ text: String) { state.name = text }

  public func saveName() async {
    let name = state.name.trimmingCharacters(in: .whitespaces)
    await carryOut { core in
      try await core.setMyName(name: name)
      (self.state.name, self.state.keptName) = (name, name)
    }
  }

  /// The days of the week on which people do not work, 0 for Monday; none for those of the region.
  public func setWeekend(_ days: [UInt8]?) async { await set { $0.with(weekend: days.map { Data($0) }) } }

  /// Whether that day of the week is off; the last that is not cannot be.
  public func setDayOff(_ day: UInt8, _ isOff: Bool) async {
    let days = Set(state.settings?.weekend ?? Data())
    await setWeekend((isOff ? days.union([day]) : days.subtracting([day])).sorted())
  }

  /// `day`: a date such as `2026-12-25`.
  public func addHoliday(_ day: String) async { await set { $0.with(holidays: $0.holidays + [day]) } }

  public func removeHoliday(_ day: String) async {
    await set { settings in settings.with(holidays: settings.holidays.filter { $0 != day }) }
  }

  /// None for never.
  public func offerDeletion(after months: UInt16?) async {
    await set { $0.with(offerAfter: months) }
    await carryOut { self.state.offers = try await $0.deletionOfferChoices() }
    await changed()
  }

  public func forgetLearned() async {
    await carryOut { core in
      try await core.forgetLearned()
      self.state.learned = try await core.learned()
    }
    await changed()
  }

  private func set(_ change: (Settings) -> Settings) async {
    guard let settings = state.settings else { return }
    let wanted = change(settings)
    await carryOut { self.state.settings = try await $0.setSettings(settings: wanted) }
  }

  private func carryOut(_ work: (JustMet) async throws -> Void) async {
    do {
      try await work(core)
      state.trouble = nil
    } catch { state.trouble = Trouble(error) }
  }
}

extension Settings {
  fileprivate func with(weekend: Data?) -> Settings {
    Settings(weekend: weekend, holidays: holidays, offerDeletionAfterMonths: offerDeletionAfterMonths)
  }

  fileprivate func with(holidays: [String]) -> Settings {
    Settings(weekend: weekend, holidays: holidays, offerDeletionAfterMonths: offerDeletionAfterMonths)
  }

  fileprivate func with(offerAfter months: UInt16?) -> Settings {
    Settings(weekend: weekend, holidays: holidays, offerDeletionAfterMonths: months)
  }
}
