import JustMetCore

extension [ChipEdit] {
  /// The taps that still hold after the line went from `old` to `new`: those on words that were not touched, at the place
  /// where these words now are. A tap on what stands for nothing in the line (0 to 0) always holds.
  func carried(from old: String, to new: String) -> [ChipEdit] {
    let (old, new) = ([UInt16](old.utf16), [UInt16](new.utf16))
    let before = zip(old, new).prefix { $0 == $1 }.count
    let after = zip(old.dropFirst(before).reversed(), new.dropFirst(before).reversed()).prefix { $0 == $1 }.count
    let moved = new.count - old.count
    /// Whether a word would go on there, so that what stands beside it is another word now.
    func continues(_ place: Int) -> Bool { new.indices.contains(place) && Self.isInWord(new[place]) }
    return compactMap { edit in
      let (start, end) = (Int(edit.start), Int(edit.end))
      if end == 0 || end < before || end == before && !continues(end) { return edit }
      guard start > old.count - after || start == old.count - after && !continues(start + moved - 1) else { return nil }
      return ChipEdit(
        field: edit.field, start: UInt32(start + moved), end: UInt32(end + moved), change: edit.change)
    }
  }

  private static func isInWord(_ unit: UInt16) -> Bool {
    // Half of a pair is a character beyond the plane that most letters are in: no reason to drop a tap.
    Unicode.Scalar(unit).map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
  }
}
