// UniformTypeIdentifiers: the types that a file chooser can be narrowed to.
public struct UTType: Hashable, Sendable {
  public let identifier: String
  init(_ identifier: String) { self.identifier = identifier }
  public static let item = UTType("public.item"), data = UTType("public.data"), json = UTType("public.json"),
    text = UTType("public.text"), plainText = UTType("public.plain-text"), vCard = UTType("public.vcard")
}
