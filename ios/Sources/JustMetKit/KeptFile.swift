import Foundation

/// Keeps it in one small file beside the database, written whole or not at all.
public struct KeptFile: KeptPort {
  private let url: URL
  private let options: Data.WritingOptions

  /// `protection`: how the system guards the file while the phone is locked.
  public init(_ url: URL, protection: Data.WritingOptions = []) {
    self.url = url
    options = [.atomic, protection]
  }

  /// A file that cannot be read is as none: what it held is worth less than the start of the app.
  public func load() -> Kept {
    guard let data = try? Data(contentsOf: url) else { return Kept() }
    return (try? JSONDecoder().decode(Kept.self, from: data)) ?? Kept()
  }

  /// Where it cannot be written, the line is still on the screen.
  public func save(_ kept: Kept) {
    guard let data = try? JSONEncoder().encode(kept) else { return }
    try? data.write(to: url, options: options)
  }
}
