import Foundation
import JustMetCore

/// The device's clock and zone, as the core asks for them.
public final class SystemClock: Clock {
  public init() {}
  public func nowMs() throws -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
  public func timeZone() throws -> TzSnapshot { .of(.current, around: Date()) }
}

extension TzSnapshot {
  /// From a week ago to 400 days ahead: the span that the core plans in.
  public static func of(_ zone: TimeZone, around now: Date) -> TzSnapshot {
    let start = now.addingTimeInterval(-7 * 86_400)
    let end = now.addingTimeInterval(400 * 86_400)
    var transitions: [TzTransition] = []
    var at = start
    while let next = zone.nextDaylightSavingTimeTransition(after: at), next > at, next <= end {
      let ms = Int64(next.timeIntervalSince1970 * 1000)
      transitions.append(TzTransition(atMs: ms, offsetAfterS: Int32(zone.secondsFromGMT(for: next))))
      at = next
    }
    return TzSnapshot(
      zoneId: zone.identifier, offsetAtStartS: Int32(zone.secondsFromGMT(for: start)), transitions: transitions)
  }
}
