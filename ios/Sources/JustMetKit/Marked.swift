import JustMetCore

/// A piece of a text, and whether it is what was looked for.
public struct MarkedPiece: Equatable, Sendable {
  public let text: String
  public let isFound: Bool
}

extension String {
  /// The text in pieces; `marks` are UTF-16 code units, from the first to before the last. One that lies outside of it is
  /// left out.
  public func pieces(_ marks: [Range<UInt32>]) -> [MarkedPiece] {
    var pieces: [MarkedPiece] = []
    var place = 0
    let units = Array(utf16)
    func take(_ end: Int, _ isFound: Bool) {
      if end > place {
        pieces.append(MarkedPiece(text: String(decoding: units[place..<end], as: UTF16.self), isFound: isFound))
      }
      place = max(place, end)
    }
    for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }) where Int(mark.upperBound) <= units.count {
      take(Int(mark.lowerBound), false)
      take(Int(mark.upperBound), true)
    }
    take(units.count, false)
    return pieces
  }
}

extension SearchHit {
  /// What was found in one text of its row.
  public func marks(in text: RowText) -> [Range<UInt32>] {
    marks.filter { $0.text == text && $0.start < $0.end }.map { $0.start..<$0.end }
  }
}

extension FoundIn {
  public var found: [Range<UInt32>] { marks.filter { $0.start < $0.end }.map { $0.start..<$0.end } }
}
