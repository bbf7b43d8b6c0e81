import JustMetCore

extension Action {
  /// Does what the core says, in its order; false where nothing on this phone takes it. `draft` is the text where the
  /// link cannot carry it: it goes onto the clipboard first.
  @MainActor public func carryOut(with port: any LaunchPort, draft text: String? = nil) async -> Bool {
    if draft == .clipboard, let text, !text.isEmpty { port.copy(text) }
    if await port.open(primary) { return true }
    guard let fallback else { return false }
    return await port.open(fallback)
  }
}
