#if canImport(UIKit)
  import Foundation
  import JustMetKit
  import UIKit

  /// Opens other apps through UIApplication.
  @MainActor public final class SystemLauncher: LaunchPort {
    public init() {}

    public func open(_ launch: Launch) async -> Bool {
      switch launch {
      case .openLink(let url): await link(url)
      case .composeMail(let to, let subject, let body):
        await compose("mailto:", to, [("subject", subject ?? ""), ("body", body)])
      // The body of an sms link is not in RFC 5724, but Messages takes it.
      case .composeSms(let number, let body): await compose("sms:", number, [("body", body)])
      case .dial(let number): await compose("tel:", number, [])
      case .copyText(let text): await copied(text)
      }
    }

    public func copy(_ text: String) { UIPasteboard.general.string = text }

    /// A link of the web belongs to the app that claims it; only where none does, to the browser.
    private func link(_ text: String) async -> Bool {
      guard let url = URL(string: text) else { return false }
      guard url.scheme == "https" else { return await UIApplication.shared.open(url) }
      if await UIApplication.shared.open(url, options: [.universalLinksOnly: true]) { return true }
      return await UIApplication.shared.open(url)
    }

    private func compose(_ scheme: String, _ to: String, _ fields: [(String, String)]) async -> Bool {
      let filled = fields.filter { !$0.1.isEmpty }.map { "\($0.0)=\(Self.escaped($0.1, keeping: ""))" }
      let query = filled.isEmpty ? "" : "?" + filled.joined(separator: "&")
      guard let url = URL(string: scheme + Self.escaped(to, keeping: "@+") + query) else { return false }
      return await UIApplication.shared.open(url)
    }

    private func copied(_ text: String) async -> Bool {
      copy(text)
      return true
    }

    /// All but the unreserved characters of RFC 3986. In a query some apps read "+" as a space, so it is kept nowhere there;
    /// a line ends in CR LF (RFC 6068, section 5).
    private static func escaped(_ text: String, keeping kept: String) -> String {
      let plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~" + kept
      return text.replacingOccurrences(of: "\n", with: "\r\n")
        .addingPercentEncoding(withAllowedCharacters: CharacterSet(charactersIn: plain)) ?? ""
    }
  }
#endif
