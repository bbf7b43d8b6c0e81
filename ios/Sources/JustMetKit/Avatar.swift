import JustMetCore

/// Initials on a colour that a person keeps: it comes from their id.
public struct Avatar: Equatable, Sendable {
  public let initials: String
  /// Red, green and blue, 0 to 255. White on it has a contrast of 4.5 at least (WCAG 2.2, 1.4.3).
  public let colour: [UInt8]

  static let colours: [[UInt8]] = [
    [0x8c, 0x3b, 0x2e], [0x7a, 0x4f, 0x12], [0x4f, 0x62, 0x1b], [0x1f, 0x6b, 0x3f],
    [0x0f, 0x68, 0x6c], [0x1d, 0x5d, 0x93], [0x45, 0x4f, 0xa3], [0x73, 0x43, 0x9c], [0x94, 0x37, 0x73],
  ]

  /// `name`: none where the line gave none.
  public init(id: String, name: String?) {
    let words = (name ?? "").split(whereSeparator: \.isWhitespace)
    let letters = [words.first, words.count > 1 ? words.last : nil].compactMap { $0?.first }
    initials = letters.isEmpty ? "?" : String(letters).uppercased()
    // FNV-1a: Swift's own hash differs from one start to the next.
    let hash = id.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    colour = Self.colours[Int(hash % UInt32(Self.colours.count))]
  }
}
