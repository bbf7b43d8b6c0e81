import JustMetCore

extension Language {
  /// The first of the device's languages that JustMet speaks (BCP 47 tags, most wanted first); English where it speaks none.
  public static func preferred(_ tags: [String]) -> Language {
    let spoken: [String: Language] = ["en": .en, "fr": .fr, "es": .es, "de": .de, "pt": .pt]
    return tags.lazy.compactMap { spoken[String($0.prefix { $0 != "-" && $0 != "_" }).lowercased()] }.first ?? .en
  }
}
