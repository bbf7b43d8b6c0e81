import UIKit

// MARK: text
public struct LocalizedStringKey: ExpressibleByStringInterpolation, Equatable {
  let text: String
  public init(_ value: String) { text = value }
  public init(stringLiteral value: String) { text = value }
  public init(stringInterpolation i: StringInterpolation) { text = i.text }
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = ""
    public init(literalCapacity: Int, interpolationCount: Int) {}
    public mutating func appendLiteral(_ s: String) { text += s }
    public mutating func appendInterpolation(_ s: String) { text += s }
    public mutating func appendInterpolation(_ s: Substring) { text += s }
    public mutating func appendInterpolation(_ s: LocalizedStringResource) { text += s._text }
    public mutating func appendInterpolation(_ s: AttributedString) { text += String(s.characters) }
    public mutating func appendInterpolation(_ t: Text) { text += t.text }
    public mutating func appendInterpolation(_ i: Image) {}
    public mutating func appendInterpolation(_ d: Date, style: Text.DateStyle) { text += Text.render(d, style) }
    public mutating func appendInterpolation<T: _FormatSpecifiable>(_ v: T) { text += "\(v)" }
    public mutating func appendInterpolation<T: _FormatSpecifiable>(_ v: T, specifier: String) { text += "\(v)" }
    public mutating func appendInterpolation<F: FormatStyle>(_ v: F.FormatInput, format: F)
    where F.FormatInput: Equatable, F.FormatOutput == String { text += format.format(v) }
  }
}
public protocol _FormatSpecifiable: Equatable {}
extension Int: _FormatSpecifiable {}
extension Int32: _FormatSpecifiable {}
extension Int64: _FormatSpecifiable {}
extension UInt: _FormatSpecifiable {}
extension UInt32: _FormatSpecifiable {}
extension UInt64: _FormatSpecifiable {}
extension Double: _FormatSpecifiable {}
extension Float: _FormatSpecifiable {}

public struct Text: View, Equatable, Sendable, _PrimitiveView {
  public struct DateStyle: Equatable, Sendable {
    let n: Int
    public static let time = Self(n: 0), date = Self(n: 1), relative = Self(n: 2), offset = Self(n: 3),
      timer = Self(n: 4)
  }
  public enum TruncationMode: Hashable, Sendable { case head, tail, middle }
  public struct LineStyle: Hashable, Sendable { public static let single = Self() }
  public enum Case: Hashable, Sendable { case uppercase, lowercase }
  nonisolated let text: String
  /// The runs that have a background: stub-only, to look at.
  nonisolated var marked: [String] = []
  nonisolated public init(verbatim content: String) { text = content }
  @_disfavoredOverload nonisolated public init<S: StringProtocol>(_ content: S) { text = String(content) }
  nonisolated public init(
    _ key: LocalizedStringKey, tableName: String? = nil, bundle: Bundle? = nil, comment: StaticString? = nil
  ) { text = key.text }
  @_disfavoredOverload nonisolated public init(_ resource: LocalizedStringResource) { text = resource._text }
  nonisolated public init(_ attributedContent: AttributedString) {
    text = String(attributedContent.characters)
    marked = attributedContent.runs.filter { $0.backgroundColor != nil }.map {
      String(attributedContent[$0.range].characters)
    }
  }
  nonisolated public init(_ date: Date, style: DateStyle) { text = Self.render(date, style) }
  nonisolated public init<F: FormatStyle>(_ input: F.FormatInput, format: F)
  where F.FormatInput: Equatable, F.FormatOutput == String { text = format.format(input) }
  nonisolated static func render(_ d: Date, _ s: DateStyle) -> String {
    s == .time ? d.formatted(date: .omitted, time: .shortened) : d.formatted(date: .abbreviated, time: .omitted)
  }
  nonisolated public static func + (lhs: Text, rhs: Text) -> Text {
    var both = Text(verbatim: lhs.text + rhs.text)
    both.marked = lhs.marked + rhs.marked
    return both
  }
  nonisolated public func bold() -> Text { self }
  nonisolated public func italic() -> Text { self }
  nonisolated public func strikethrough(_ isActive: Bool = true, color: Color? = nil) -> Text { self }
  nonisolated public func fontWeight(_ weight: Font.Weight?) -> Text { self }
  nonisolated public func font(_ font: Font?) -> Text { self }
  nonisolated public func foregroundStyle<S: ShapeStyle>(_ style: S) -> Text { self }
  nonisolated public func monospacedDigit() -> Text { self }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    var n = StubNode("Text", text)
    if !marked.isEmpty { n.modifiers.append(("marked", marked)) }
    return [n]
  }
}
public struct Image: View, Equatable, Sendable, _PrimitiveView {
  public enum Scale: Sendable { case small, medium, large }
  public enum TemplateRenderingMode: Sendable { case template, original }
  let name: String, decorative: Bool, label: String?
  nonisolated public init(systemName: String) {
    name = systemName
    decorative = false
    label = nil
  }
  nonisolated public init(_ name: String, bundle: Bundle? = nil) {
    self.name = name
    decorative = false
    label = nil
  }
  nonisolated public init(_ name: String, bundle: Bundle? = nil, label: Text) {
    self.name = name
    decorative = false
    self.label = label.text
  }
  nonisolated public init(decorative name: String, bundle: Bundle? = nil) {
    self.name = name
    decorative = true
    label = nil
  }
  nonisolated public init(uiImage: UIImage) {
    name = "uiImage"
    decorative = false
    label = nil
  }
  nonisolated public func resizable() -> Image { self }
  nonisolated public func renderingMode(_ renderingMode: TemplateRenderingMode?) -> Image { self }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    var n = StubNode("Image", name)
    if decorative { n.modifiers.append(("decorative", nil)) }
    if let label { n.modifiers.append(("accessibilityLabel", label)) }
    return [n]
  }
}
public struct Label<Title: View, Icon: View>: View, _PrimitiveView {
  let title: Title, icon: Icon
  public init(@ViewBuilder title: () -> Title, @ViewBuilder icon: () -> Icon) {
    self.title = title()
    self.icon = icon()
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] { [StubNode("Label", "", c.at("t").resolve(title))] }
}
extension Label where Title == Text, Icon == Image {
  public init(_ titleKey: LocalizedStringKey, systemImage name: String) {
    title = Text(titleKey)
    icon = Image(systemName: name)
  }
  @_disfavoredOverload public init<S: StringProtocol>(_ title: S, systemImage name: String) {
    self.title = Text(title)
    icon = Image(systemName: name)
  }
}

// MARK: controls
public struct ButtonRole: Equatable, Sendable {
  let n: Int
  public static let destructive = Self(n: 0), cancel = Self(n: 1)
}
public struct Button<L: View>: View, _PrimitiveView {
  let role: ButtonRole?, action: @MainActor () -> Void, label: L
  nonisolated static func node(_ r: ButtonRole?) -> String {
    r == .destructive ? "Button.destructive" : r == .cancel ? "Button.cancel" : "Button"
  }
  public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> L) {
    self.init(role: nil, action: action, label: label)
  }
  public init(role: ButtonRole?, action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> L) {
    self.role = role
    self.action = action
    self.label = label()
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    var n = StubNode(Self.node(role), "", c.resolve(label))
    n.action = { MainActor.assumeIsolated { self.action() } }
    n.enabled = c.env.isEnabled
    return [n]
  }
}
extension Button where L == Text {
  public init(_ titleKey: LocalizedStringKey, action: @escaping @MainActor () -> Void) {
    self.init(action: action) { Text(titleKey) }
  }
  @_disfavoredOverload public init<S: StringProtocol>(_ title: S, action: @escaping @MainActor () -> Void) {
    self.init(action: action) { Text(title) }
  }
  public init(_ titleKey: LocalizedStringKey, role: ButtonRole?, action: @escaping @MainActor () -> Void) {
    self.init(role: role, action: action) { Text(titleKey) }
  }
  @_disfavoredOverload public init<S: StringProtocol>(
    _ title: S, role: ButtonRole?, action: @escaping @MainActor () -> Void
  ) { self.init(role: role, action: action) { Text(title) } }
}
extension Button where L == Label<Text, Image> {
  public init(_ titleKey: LocalizedStringKey, systemImage: String, action: @escaping @MainActor () -> Void) {
    self.init(action: action) { Label(titleKey, systemImage: systemImage) }
  }
  public init(
    _ titleKey: LocalizedStringKey, systemImage: String, role: ButtonRole?, action: @escaping @MainActor () -> Void
  ) { self.init(role: role, action: action) { Label(titleKey, systemImage: systemImage) } }
}
/// The system's own button, which needs no leave to read the clipboard.
public struct PasteButton: View, _PrimitiveView {
  let paste: @MainActor () -> Void
  public init<T: Transferable>(payloadType: T.Type, onPaste: @escaping ([T]) -> Void) {
    paste = {
      let found = [UIPasteboard.general.string as? T, UIPasteboard.general.url as? T].compactMap { $0 }
      if !found.isEmpty { onPaste(found) }
    }
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    var n = StubNode("PasteButton", "Paste")
    n.action = { MainActor.assumeIsolated { self.paste() } }
    return [n]
  }
}
public struct EditButton: View, _PrimitiveView {
  public init() {}
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    var n = StubNode("EditButton", "Edit")
    n.action = {}
    return [n]
  }
}
public struct Link<L: View>: View, _PrimitiveView {
  let destination: URL, label: L
  public init(destination: URL, @ViewBuilder label: () -> L) {
    self.destination = destination
    self.label = label()
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    var n = StubNode("Link", "", c.resolve(label))
    let o = c.env.openURL
    n.action = { MainActor.assumeIsolated { o(destination) } }
    return [n]
  }
}
extension Link where L == Text {
  public init(_ titleKey: LocalizedStringKey, destination: URL) {
    self.init(destination: destination) { Text(titleKey) }
  }
  @_disfavoredOverload public init<S: StringProtocol>(_ title: S, destination: URL) {
    self.init(destination: destination) { Text(title) }
  }
}
public protocol Transferable {}
extension String: Transferable {}
extension URL: Transferable {}
extension Data: Transferable {}
public struct SharePreview<I, C> {
  public init(_ titleKey: LocalizedStringKey) where I == Never, C == Never {}
  @_disfavoredOverload public init<S: StringProtocol>(_ title: S) where I == Never, C == Never {}
}
public struct ShareLink<Item: Transferable, L: View>: View, _PrimitiveView {
  let item: Item, label: L
  public init(item: Item, subject: Text? = nil, message: Text? = nil, @ViewBuilder label: () -> L) {
    self.item = item
    self.label = label()
  }
  public init(
    item: Item, subject: Text? = nil, message: Text? = nil, preview: SharePreview<Never, Never>,
    @ViewBuilder label: () -> L
  ) {
    self.item = item
    self.label = label()
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    var n = StubNode("ShareLink", "", c.resolve(label))
    n.modifiers.append(("item", item))
    n.action = {}
    return [n]
  }
}
extension ShareLink {
  public init<Data: RandomAccessCollection>(
    items: Data, subject: Text? = nil, message: Text? = nil, @ViewBuilder label: () -> L
  ) where Data.Element == Item { self.init(item: items.first!, label: label) }
}
extension ShareLink where L == Label<Text, Image> {
  public init(item: Item, subject: Text? = nil, message: Text? = nil) where Item == URL {
    self.init(item: item) { Label("Share", systemImage: "square.and.arrow.up") }
  }
  public init(item: Item, subject: Text? = nil, message: Text? = nil) where Item == String {
    self.init(item: item) { Label("Share", systemImage: "square.and.arrow.up") }
  }
  public init(_ titleKey: LocalizedStringKey, item: Item, subject: Text? = nil, message: Text? = nil) {
    self.init(item: item) { Label(titleKey, systemImage: "square.and.arrow.up") }
  }
}
@MainActor private func field(_ kind: String, _ c: _StubContext, _ label: any View, _ text: Binding<String>)
  -> [StubNode]
{
  var n = StubNode(kind, "", c.resolve(label))
  n.modifiers.append(("value", text.wrappedValue))
  n.enabled = c.env.isEnabled
  n.setText = { text.wrappedValue = $0 }
  return [n]
}
public struct TextField<L: View>: View, _PrimitiveView {
  let label: L, text: Binding<String>
  public func _resolve(_ c: _StubContext) -> [StubNode] { field("TextField", c, label, text) }
}
extension TextField where L == Text {
  public init(_ titleKey: LocalizedStringKey, text: Binding<String>, prompt: Text? = nil) {
    label = Text(titleKey)
    self.text = text
  }
  @_disfavoredOverload public init<S: StringProtocol>(_ title: S, text: Binding<String>, prompt: Text? = nil) {
    label = Text(title)
    self.text = text
  }
  public init(_ titleKey: LocalizedStringKey, text: Binding<String>, axis: Axis) {
    label = Text(titleKey)
    self.text = text
  }
  @_disfavoredOverload public init<S: StringProtocol>(_ title: S, text: Binding<String>, axis: Axis) {
    label = Text(title)
    self.text = text
  }
  public init(_ titleKey: LocalizedStringKey, text: Binding<String>, prompt: Text?, axis: Axis) {
    label = Text(titleKey)
    self.text = text
  }
  public init<F: ParseableFormatStyle>(
    _ titleKey: LocalizedStringKey, value: Binding<F.FormatInput>, format: F, prompt: Text? = nil
  ) where F.FormatOutput == String {
    label = Text(titleKey)
    text = Binding(
      _get: { format.format(value.wrappedValue) },
      _set: { if let v = try? format.parseStrategy.parse($0) { value.wrappedValue = v } })
  }
}
extension TextField {
  public init(text: Binding<String>, prompt: Text? = nil, axis: Axis = .horizontal, @ViewBuilder label: () -> L) {
    self.label = label()
    self.text = text
  }
}
public struct SecureField<L: View>: View, _PrimitiveView {
  let label: L, text: Binding<String>
  public func _resolve(_ c: _StubContext) -> [StubNode] { field("SecureField", c, label, text) }
}
extension SecureField where L == Text {
  public init(_ titleKey: LocalizedStringKey, text: Binding<String>, prompt: Text? = nil) {
    label = Text(titleKey)
    self.text = text
  }
}
public struct TextEditor: View, _PrimitiveView {
  let text: Binding<String>
  public init(text: Binding<String>) { self.text = text }
  public func _resolve(_ c: _StubContext) -> [StubNode] { field("TextEditor", c, EmptyView(), text) }
}

public struct Toggle<L: View>: View, _PrimitiveView {
  let isOn: Binding<Bool>, label: L
  public init(isOn: Binding<Bool>, @ViewBuilder label: () -> L) {
    self.isOn = isOn
    self.label = label()
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    var n = StubNode("Toggle", "", c.resolve(label))
    n.modifiers.append(("value", isOn.wrappedValue))
    n.enabled = c.env.isEnabled
    n.setBool = { isOn.wrappedValue = $0 }
    return [n]
  }
}
extension Toggle where L == Text {
  public init(_ titleKey: LocalizedStringKey, isOn: Binding<Bool>) { self.init(isOn: isOn) { Text(titleKey) } }
  @_disfavoredOverload public init<S: StringProtocol>(_ title: S, isOn: Binding<Bool>) {
    self.init(isOn: isOn) { Text(title) }
  }
}
extension Toggle where L == Label<Text, Image> {
  public init(_ titleKey: LocalizedStringKey, systemImage: String, isOn: Binding<Bool>) {
    self.init(isOn: isOn) { Label(titleKey, systemImage: systemImage) }
  }
}
public struct Picker<L: View, SelectionValue: Hashable, Content: View>: View, _PrimitiveView {
  let label: L, selection: Binding<SelectionValue>, content: Content
  public init(selection: Binding<SelectionValue>, @ViewBuilder content: () -> Content, @ViewBuilder label: () -> L) {
    self.selection = selection
    self.content = content()
    self.label = label()
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    let text = c.at("l").resolve(label).map(\.label).joined()
    let options = c.at("o").resolve(content).flatMap { $0.kind == "row" ? $0.children : [$0] }.map { n -> StubNode in
      var o = StubNode("option", n.label)  // an untagged or wrongly typed tag makes the option unselectable, as in SwiftUI
      if let v = n.modifiers.last(where: { $0.name == "tag" })?.value as? SelectionValue {
        o.action = { selection.wrappedValue = v }
      } else {
        o.enabled = false
        o.action = {}
      }
      return o
    }
    var n = StubNode("Picker", text, options)
    n.modifiers.append(("value", "\(selection.wrappedValue)"))
    return [n]
  }
}
extension Picker where L == Text {
  public init(_ titleKey: LocalizedStringKey, selection: Binding<SelectionValue>, @ViewBuilder content: () -> Content) {
    self.init(selection: selection, content: content) { Text(titleKey) }
  }
  @_disfavoredOverload public init<S: StringProtocol>(
    _ title: S, selection: Binding<SelectionValue>, @ViewBuilder content: () -> Content
  ) { self.init(selection: selection, content: content) { Text(title) } }
}
public struct DatePickerComponents: OptionSet, Sendable {
  public let rawValue: UInt
  public init(rawValue: UInt) { self.rawValue = rawValue }
  public static let hourAndMinute = Self(rawValue: 1), date = Self(rawValue: 2)
}
public struct DatePicker<L: View>: View, _PrimitiveView {
  public typealias Components = DatePickerComponents
  let label: L, selection: Binding<Date>
  public init(
    selection: Binding<Date>, displayedComponents: Components = [.hourAndMinute, .date], @ViewBuilder label: () -> L
  ) {
    self.selection = selection
    self.label = label()
  }
  public init(
    selection: Binding<Date>, in range: PartialRangeFrom<Date>,
    displayedComponents: Components = [.hourAndMinute, .date], @ViewBuilder label: () -> L
  ) {
    self.selection = selection
    self.label = label()
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    var n = StubNode("DatePicker", "", c.resolve(label))
    n.modifiers.append(("value", selection.wrappedValue))
    n.setText = { if let d = try? Date($0, strategy: .iso8601) { selection.wrappedValue = d } }
    return [n]
  }
}
extension DatePicker where L == Text {
  public init(
    _ titleKey: LocalizedStringKey, selection: Binding<Date>, displayedComponents: Components = [.hourAndMinute, .date]
  ) { self.init(selection: selection) { Text(titleKey) } }
  public init(
    _ titleKey: LocalizedStringKey, selection: Binding<Date>, in range: ClosedRange<Date>,
    displayedComponents: Components = [.hourAndMinute, .date]
  ) { self.init(selection: selection) { Text(titleKey) } }
  public init(
    _ titleKey: LocalizedStringKey, selection: Binding<Date>, in range: PartialRangeFrom<Date>,
    displayedComponents: Components = [.hourAndMinute, .date]
  ) { self.init(selection: selection) { Text(titleKey) } }
  public init(
    _ titleKey: LocalizedStringKey, selection: Binding<Date>, in range: PartialRangeThrough<Date>,
    displayedComponents: Components = [.hourAndMinute, .date]
  ) { self.init(selection: selection) { Text(titleKey) } }
}
public struct Stepper<L: View>: View, _PrimitiveView {
  let label: L, step: (Int) -> Void
  public func _resolve(_ c: _StubContext) -> [StubNode] { [StubNode("Stepper", "", c.resolve(label))] }
}
extension Stepper where L == Text {
  public init<V: Strideable>(
    _ titleKey: LocalizedStringKey, value: Binding<V>, in bounds: ClosedRange<V>, step: V.Stride = 1,
    onEditingChanged: @escaping (Bool) -> Void = { _ in }
  ) {
    label = Text(titleKey)
    self.step = { _ in }
  }
}
public struct Slider<L: View>: View, _PrimitiveView {
  let label: L
  public init<V: BinaryFloatingPoint>(value: Binding<V>, in bounds: ClosedRange<V> = 0...1, @ViewBuilder label: () -> L)
  where V.Stride: BinaryFloatingPoint { self.label = label() }
  public func _resolve(_ c: _StubContext) -> [StubNode] { [StubNode("Slider", "", c.resolve(label))] }
}
public struct Menu<L: View, Content: View>: View, _PrimitiveView {
  let label: L, content: Content
  public init(@ViewBuilder content: () -> Content, @ViewBuilder label: () -> L) {
    self.content = content()
    self.label = label()
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    [StubNode("Menu", c.at("l").resolve(label).map(\.label).joined(), c.at("c").resolve(content))]
  }
}
extension Menu where L == Text {
  public init(_ titleKey: LocalizedStringKey, @ViewBuilder content: () -> Content) {
    self.init(content: content) { Text(titleKey) }
  }
}
extension Menu where L == Label<Text, Image> {
  public init(_ titleKey: LocalizedStringKey, systemImage: String, @ViewBuilder content: () -> Content) {
    self.init(content: content) { Label(titleKey, systemImage: systemImage) }
  }
}
public struct ProgressView<L: View, V: View>: View, _PrimitiveView {
  let label: (any View)?
  public func _resolve(_ c: _StubContext) -> [StubNode] { [StubNode("ProgressView", "", label.map(c.resolve) ?? [])] }
}
extension ProgressView where V == EmptyView {
  public init() where L == EmptyView { label = nil }
  public init(_ titleKey: LocalizedStringKey) where L == Text { label = Text(titleKey) }
  public init<N: BinaryFloatingPoint>(value: N?, total: N = 1) where L == EmptyView { label = nil }
  public init<N: BinaryFloatingPoint>(_ titleKey: LocalizedStringKey, value: N?, total: N = 1) where L == Text {
    label = Text(titleKey)
  }
}
public struct LabeledContent<L: View, Content: View>: View, _PrimitiveView {
  let label: L, content: Content
  public init(@ViewBuilder content: () -> Content, @ViewBuilder label: () -> L) {
    self.content = content()
    self.label = label()
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    [StubNode("LabeledContent", "", c.at("l").resolve(label) + c.at("c").resolve(content))]
  }
}
extension LabeledContent where L == Text {
  public init(_ titleKey: LocalizedStringKey, @ViewBuilder content: () -> Content) {
    self.init(content: content) { Text(titleKey) }
  }
  public init<S: StringProtocol>(_ titleKey: LocalizedStringKey, value: S) where Content == Text {
    self.init {
      Text(value)
    } label: {
      Text(titleKey)
    }
  }
}
public struct ContentUnavailableView<L: View, D: View, A: View>: View, _PrimitiveView {
  let label: L, description: D, actions: A
  public init(
    @ViewBuilder label: () -> L, @ViewBuilder description: () -> D = { EmptyView() },
    @ViewBuilder actions: () -> A = { EmptyView() }
  ) {
    self.label = label()
    self.description = description()
    self.actions = actions()
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    [
      StubNode(
        "ContentUnavailableView", "",
        c.at("l").resolve(label) + c.at("d").resolve(description) + c.at("a").resolve(actions))
    ]
  }
}
extension ContentUnavailableView where L == Label<Text, Image>, D == Text?, A == EmptyView {
  public init(_ title: LocalizedStringKey, systemImage name: String, description: Text? = nil) {
    label = Label(title, systemImage: name)
    self.description = description
    actions = EmptyView()
  }
  public static var search: Self { Self("No Results", systemImage: "magnifyingglass") }
  public static func search(text: String) -> Self { Self("No Results for “\(text)”", systemImage: "magnifyingglass") }
}

// MARK: containers
@MainActor public protocol _Container: View, _PrimitiveView { var _kids: any View { get } }
extension _Container {
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    [StubNode("\(Self.self)".prefix { $0 != "<" }.description, "", c.resolve(_kids))]
  }
}
public struct HStack<Content: View>: _Container {
  public let _kids: any View
  public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {
    _kids = content()
  }
}
public struct VStack<Content: View>: _Container {
  public let _kids: any View
  public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {
    _kids = content()
  }
}
public struct ZStack<Content: View>: _Container {
  public let _kids: any View
  public init(alignment: Alignment = .center, @ViewBuilder content: () -> Content) { _kids = content() }
}
public struct LazyVStack<Content: View>: _Container {
  public let _kids: any View
  public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content) {
    _kids = content()
  }
}
public struct ScrollView<Content: View>: _Container {
  public let _kids: any View
  public init(_ axes: Axis.Set = .vertical, showsIndicators: Bool = true, @ViewBuilder content: () -> Content) {
    _kids = content()
  }
}
public struct ViewThatFits<Content: View>: _Container {
  public let _kids: any View
  public init(in axes: Axis.Set = [.horizontal, .vertical], @ViewBuilder content: () -> Content) { _kids = content() }
}
public struct Form<Content: View>: _Container {
  public let _kids: any View
  public init(@ViewBuilder content: () -> Content) { _kids = content() }
}
public struct GroupBox<L: View, Content: View>: _Container {
  public let _kids: any View
  public init(@ViewBuilder content: () -> Content) where L == EmptyView { _kids = content() }
  public init(_ titleKey: LocalizedStringKey, @ViewBuilder content: () -> Content) where L == Text {
    _kids = TupleView((), [Text(titleKey), content()])
  }
}
public struct DisclosureGroup<L: View, Content: View>: _Container {
  public let _kids: any View
  public init(_ titleKey: LocalizedStringKey, @ViewBuilder content: @escaping () -> Content) where L == Text {
    _kids = TupleView((), [Text(titleKey), content()])
  }
  public init(_ titleKey: LocalizedStringKey, isExpanded: Binding<Bool>, @ViewBuilder content: @escaping () -> Content)
  where L == Text { self.init(titleKey, content: content) }
}
public struct Spacer: View, _PrimitiveView {
  public init(minLength: CGFloat? = nil) {}
  public func _resolve(_ c: _StubContext) -> [StubNode] { [] }
}
public struct Divider: View, _PrimitiveView {
  public init() {}
  public func _resolve(_ c: _StubContext) -> [StubNode] { [] }
}
public struct List<SelectionValue: Hashable, Content: View>: _Container {
  public let _kids: any View
  public init(selection: Binding<SelectionValue?>?, @ViewBuilder content: () -> Content) { _kids = content() }
  public init(selection: Binding<Set<SelectionValue>>?, @ViewBuilder content: () -> Content) { _kids = content() }
}
extension List where SelectionValue == Never {
  public init(@ViewBuilder content: () -> Content) { _kids = content() }
  public init<Data: RandomAccessCollection, Row: View>(
    _ data: Data, @ViewBuilder rowContent: @escaping (Data.Element) -> Row
  ) where Content == ForEach<Data, Data.Element.ID, Row>, Data.Element: Identifiable {
    _kids = ForEach(data, content: rowContent)
  }
  public init<Data: RandomAccessCollection, ID: Hashable, Row: View>(
    _ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder rowContent: @escaping (Data.Element) -> Row
  ) where Content == ForEach<Data, ID, Row> { _kids = ForEach(data, id: id, content: rowContent) }
}
public struct Section<Parent, Content, Footer> { let parent: any View, content: any View, footer: any View }
extension Section: View, _PrimitiveView where Parent: View, Content: View, Footer: View {
  public init(@ViewBuilder content: () -> Content, @ViewBuilder header: () -> Parent, @ViewBuilder footer: () -> Footer)
  {
    parent = header()
    self.content = content()
    self.footer = footer()
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    [StubNode("Section", "", c.at("h").resolve(parent) + c.at("c").resolve(content) + c.at("f").resolve(footer))]
  }
}
extension Section where Parent == EmptyView, Content: View, Footer == EmptyView {
  public init(@ViewBuilder content: () -> Content) {
    self.init(content: content, header: { EmptyView() }, footer: { EmptyView() })
  }
}
extension Section where Parent == EmptyView, Content: View, Footer: View {
  public init(@ViewBuilder content: () -> Content, @ViewBuilder footer: () -> Footer) {
    self.init(content: content, header: { EmptyView() }, footer: footer)
  }
}
extension Section where Parent: View, Content: View, Footer == EmptyView {
  public init(@ViewBuilder content: () -> Content, @ViewBuilder header: () -> Parent) {
    self.init(content: content, header: header, footer: { EmptyView() })
  }
}
extension Section where Parent == Text, Content: View, Footer == EmptyView {
  public init(_ titleKey: LocalizedStringKey, @ViewBuilder content: () -> Content) {
    self.init(content: content, header: { Text(titleKey) }, footer: { EmptyView() })
  }
  @_disfavoredOverload public init<S: StringProtocol>(_ title: S, @ViewBuilder content: () -> Content) {
    self.init(content: content, header: { Text(title) }, footer: { EmptyView() })
  }
}
public struct ForEach<Data: RandomAccessCollection, ID: Hashable, Content> {
  public var data: Data
  public var content: (Data.Element) -> Content
  let id: (Data.Element) -> ID
  var onDelete: ((IndexSet) -> Void)?
}
public protocol DynamicViewContent: View {}
extension ForEach: View, _PrimitiveView, DynamicViewContent where Content: View {
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    data.enumerated().map { i, e in
      var n = StubNode("row", "", c.at("\(id(e))").resolve(content(e)))
      if let d = onDelete {
        var x = StubNode("Button.destructive", "Delete")
        x.action = { d(IndexSet(integer: i)) }
        n.children.append(StubNode("swipe", "", [x]))
      }
      return n
    }
  }
  public func onDelete(perform action: ((IndexSet) -> Void)?) -> Self {
    var s = self
    s.onDelete = action
    return s
  }
  public func onMove(perform action: ((IndexSet, Int) -> Void)?) -> Self { self }
}
extension ForEach where Content: View {
  public init(_ data: Data, @ViewBuilder content: @escaping (Data.Element) -> Content)
  where Data.Element: Identifiable, ID == Data.Element.ID {
    self.data = data
    self.content = content
    id = { $0.id }
  }
  public init(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: @escaping (Data.Element) -> Content) {
    self.data = data
    self.content = content
    self.id = { $0[keyPath: id] }
  }
  public init(_ data: Range<Int>, @ViewBuilder content: @escaping (Int) -> Content)
  where Data == Range<Int>, ID == Int {
    self.data = data
    self.content = content
    id = { $0 }
  }
}
public struct TabView<SelectionValue: Hashable, Content: View>: _Container {
  public let _kids: any View
  public init(selection: Binding<SelectionValue>?, @ViewBuilder content: () -> Content) { _kids = content() }
}
extension TabView where SelectionValue == Int { public init(@ViewBuilder content: () -> Content) { _kids = content() } }

// MARK: navigation
public struct NavigationPath: Equatable {
  var items: [AnyHashable] = []
  public init() {}
  public var count: Int { items.count }
  public var isEmpty: Bool { items.isEmpty }
  public mutating func append<V: Hashable>(_ value: V) { items.append(value) }
  public mutating func removeLast(_ k: Int = 1) { items.removeLast(k) }
}
public struct NavigationStack<Data, Root: View>: View, _PrimitiveView {
  let root: Root, path: (get: () -> [AnyHashable], push: (AnyHashable) -> Void, pop: () -> Void)?
  public init(@ViewBuilder root: () -> Root) where Data == NavigationPath {
    self.root = root()
    path = nil
  }
  public init(path: Binding<NavigationPath>, @ViewBuilder root: () -> Root) where Data == NavigationPath {
    self.root = root()
    self.path = (
      { path.wrappedValue.items }, { path.wrappedValue.items.append($0) }, { path.wrappedValue.removeLast() }
    )
  }
  public init(path: Binding<Data>, @ViewBuilder root: () -> Root)
  where Data: MutableCollection & RandomAccessCollection & RangeReplaceableCollection, Data.Element: Hashable {
    self.root = root()
    self.path = (
      { path.wrappedValue.map { AnyHashable($0) } },
      { if let e = $0.base as? Data.Element { path.wrappedValue.append(e) } },
      { path.wrappedValue = Data(path.wrappedValue.dropLast()) }
    )
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    c.host.destinations = [:]
    let host = c.host
    let inner = c.with {
      $0.navigate =
        path?.push ?? { v in
          MainActor.assumeIsolated {
            if let d = host.destinations[ObjectIdentifier(type(of: v.base))] { host.pushed.append(d(v.base)) }
          }
        }
    }
    var kids = inner.resolve(root)
    for (i, v) in (path?.get() ?? []).enumerated() {
      guard let d = host.destinations[ObjectIdentifier(type(of: v.base))] else {
        kids.append(StubNode("missing navigationDestination", "\(type(of: v.base))"))
        continue
      }
      kids.append(StubNode("pushed", "", inner.at("p\(i)").with { $0._dismiss = path?.pop }.resolve(d(v.base))))
    }
    return [StubNode("NavigationStack", "", kids)]
  }
}
public struct NavigationLink<L: View, Destination: View>: View, _PrimitiveView {
  let label: L, destination: (() -> Destination)?, value: AnyHashable?
  public init(@ViewBuilder destination: () -> Destination, @ViewBuilder label: () -> L) {
    let d = destination()
    self.destination = { d }
    self.label = label()
    value = nil
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    var n = StubNode("NavigationLink", "", c.resolve(label))
    n.enabled = c.env.isEnabled
    let (host, go) = (c.host, c.env.navigate)
    n.action = {
      MainActor.assumeIsolated {
        if let d = destination { host.pushed.append(AnyView(d())) } else if let v = value { go?(v) }
      }
    }
    return [n]
  }
}
extension NavigationLink where Destination == Never {
  public init<P: Hashable>(value: P?, @ViewBuilder label: () -> L) {
    destination = nil
    self.value = value.map { AnyHashable($0) }
    self.label = label()
  }
  public init<P: Hashable>(_ titleKey: LocalizedStringKey, value: P?) where L == Text {
    self.init(value: value) { Text(titleKey) }
  }
  @_disfavoredOverload public init<S: StringProtocol, P: Hashable>(_ title: S, value: P?) where L == Text {
    self.init(value: value) { Text(title) }
  }
}
extension NavigationLink where L == Text {
  public init(_ titleKey: LocalizedStringKey, @ViewBuilder destination: () -> Destination) {
    self.init(destination: destination) { Text(titleKey) }
  }
}
public enum NavigationSplitViewVisibility: Sendable { case automatic, all, doubleColumn, detailOnly }
public struct NavigationSplitView<Sidebar: View, Content: View, Detail: View>: _Container {
  public let _kids: any View
  public init(@ViewBuilder sidebar: () -> Sidebar, @ViewBuilder detail: () -> Detail) where Content == EmptyView {
    _kids = TupleView((), [sidebar(), detail()])
  }
}

// MARK: toolbar
public struct ToolbarItemPlacement: Sendable {
  let n: String
  public static let automatic = Self(n: "automatic"), principal = Self(n: "principal"),
    primaryAction = Self(n: "primaryAction"), secondaryAction = Self(n: "secondaryAction"), status = Self(n: "status"),
    confirmationAction = Self(n: "confirmationAction"), cancellationAction = Self(n: "cancellationAction"),
    destructiveAction = Self(n: "destructiveAction"), navigation = Self(n: "navigation"),
    topBarLeading = Self(n: "topBarLeading"), topBarTrailing = Self(n: "topBarTrailing"),
    bottomBar = Self(n: "bottomBar"), keyboard = Self(n: "keyboard")
}
@MainActor @preconcurrency public protocol ToolbarContent {
  associatedtype Body: ToolbarContent
  @ToolbarContentBuilder @MainActor @preconcurrency var body: Body { get }
  var _items: [StubItem] { get }
}
public struct StubItem { let placement: String, v: any View }
extension ToolbarContent { public var _items: [StubItem] { body._items } }
extension Never: ToolbarContent { public var _items: [StubItem] { [] } }
public struct ToolbarItem<ID, Content: View>: ToolbarContent {
  public let _items: [StubItem]
  public init(placement: ToolbarItemPlacement = .automatic, @ViewBuilder content: () -> Content) where ID == () {
    _items = [.init(placement: placement.n, v: content())]
  }
  public var body: Never { fatalError() }
}
public struct ToolbarItemGroup<Content: View>: ToolbarContent {
  public let _items: [StubItem]
  public init(placement: ToolbarItemPlacement = .automatic, @ViewBuilder content: () -> Content) {
    _items = [.init(placement: placement.n, v: content())]
  }
  public var body: Never { fatalError() }
}
public struct _ToolbarTuple: ToolbarContent {
  public let _items: [StubItem]
  public var body: Never { fatalError() }
}
@resultBuilder public struct ToolbarContentBuilder {
  public static func buildExpression<C: ToolbarContent>(_ c: C) -> C { c }
  public static func buildBlock<C: ToolbarContent>(_ c: C) -> C { c }
  @MainActor public static func buildBlock<each C: ToolbarContent>(_ c: repeat each C) -> _ToolbarTuple {
    var a: [StubItem] = []
    for x in repeat each c { a += x._items }
    return .init(_items: a)
  }
  @MainActor public static func buildIf<C: ToolbarContent>(_ c: C?) -> _ToolbarTuple { .init(_items: c?._items ?? []) }
  @MainActor public static func buildEither<C: ToolbarContent>(first: C) -> _ToolbarTuple {
    .init(_items: first._items)
  }
  @MainActor public static func buildEither<C: ToolbarContent>(second: C) -> _ToolbarTuple {
    .init(_items: second._items)
  }
}
