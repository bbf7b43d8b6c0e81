public enum Axis: Int8, CaseIterable, Sendable {
  case horizontal, vertical
  public struct Set: OptionSet, Sendable {
    public let rawValue: Int8
    public init(rawValue: Int8) { self.rawValue = rawValue }
    public static let horizontal = Self(rawValue: 1), vertical = Self(rawValue: 2)
  }
}
public enum Edge: Int8, CaseIterable, Sendable {
  case top, leading, bottom, trailing
  public struct Set: OptionSet, Sendable {
    public let rawValue: Int8
    public init(rawValue: Int8) { self.rawValue = rawValue }
    public static let top = Self(rawValue: 1), leading = Self(rawValue: 2), bottom = Self(rawValue: 4),
      trailing = Self(rawValue: 8), all: Self = [.top, .leading, .bottom, .trailing],
      horizontal: Self = [.leading, .trailing], vertical: Self = [.top, .bottom]
  }
}
public enum HorizontalEdge: Int8, CaseIterable, Sendable { case leading, trailing }
public enum VerticalEdge: Int8, CaseIterable, Sendable { case top, bottom }
public struct EdgeInsets: Equatable, Sendable {
  public var top, leading, bottom, trailing: CGFloat
  public init(top: CGFloat, leading: CGFloat, bottom: CGFloat, trailing: CGFloat) {
    (self.top, self.leading, self.bottom, self.trailing) = (top, leading, bottom, trailing)
  }
}
public struct HorizontalAlignment: Equatable, Sendable {
  let n: Int
  public static let leading = Self(n: 0), center = Self(n: 1), trailing = Self(n: 2)
}
public struct VerticalAlignment: Equatable, Sendable {
  let n: Int
  public static let top = Self(n: 0), center = Self(n: 1), bottom = Self(n: 2), firstTextBaseline = Self(n: 3),
    lastTextBaseline = Self(n: 4)
}
public struct Alignment: Equatable, Sendable {
  let n: Int
  public static let center = Self(n: 0), leading = Self(n: 1), trailing = Self(n: 2), top = Self(n: 3),
    bottom = Self(n: 4), topLeading = Self(n: 5), topTrailing = Self(n: 6), bottomLeading = Self(n: 7),
    bottomTrailing = Self(n: 8)
}
public enum TextAlignment: Hashable, CaseIterable, Sendable { case leading, center, trailing }
public enum Visibility: Hashable, CaseIterable, Sendable { case automatic, visible, hidden }
public enum Prominence: Sendable { case standard, increased }
public struct Font: Hashable, Sendable {
  public enum TextStyle: CaseIterable, Sendable {
    case largeTitle, title, title2, title3, headline, subheadline, body, callout, footnote, caption, caption2
  }
  public enum Design: Hashable, Sendable { case `default`, serif, rounded, monospaced }
  public struct Weight: Hashable, Sendable {
    let n: Int
    public static let light = Self(n: 3), regular = Self(n: 4), medium = Self(n: 5), semibold = Self(n: 6),
      bold = Self(n: 7), heavy = Self(n: 8)
  }
  public static let largeTitle = Font(), title = Font(), title2 = Font(), title3 = Font(), headline = Font(),
    subheadline = Font(), body = Font(), callout = Font(), footnote = Font(), caption = Font(), caption2 = Font()
  public static func system(_ style: TextStyle, design: Design? = nil, weight: Weight? = nil) -> Font { Font() }
  public static func system(size: CGFloat, weight: Weight? = nil, design: Design? = nil) -> Font { Font() }
  public func bold() -> Font { self }
  public func italic() -> Font { self }
  public func monospacedDigit() -> Font { self }
  public func weight(_ weight: Weight) -> Font { self }
}
public protocol ShapeStyle: Sendable {}
public struct Color: ShapeStyle, Hashable, View, _PrimitiveView {
  nonisolated let name: String
  nonisolated public init(_ name: String, bundle: Bundle? = nil) { self.name = name }
  nonisolated public init(red: Double, green: Double, blue: Double, opacity: Double = 1) { name = "rgb" }
  nonisolated public func opacity(_ o: Double) -> Color { self }
  public func _resolve(_ c: _StubContext) -> [StubNode] { [] }
  nonisolated public static let red = Color("red"), orange = Color("orange"), yellow = Color("yellow"),
    green = Color("green"), mint = Color("mint"), teal = Color("teal"), blue = Color("blue"), indigo = Color("indigo"),
    purple = Color("purple"), pink = Color("pink"), brown = Color("brown"), gray = Color("gray"),
    white = Color("white"), black = Color("black"), clear = Color("clear"), primary = Color("primary"),
    secondary = Color("secondary"), accentColor = Color("accentColor")
}
extension ShapeStyle where Self == Color {
  public static var red: Color { .red }
  public static var orange: Color { .orange }
  public static var yellow: Color { .yellow }
  public static var green: Color { .green }
  public static var blue: Color { .blue }
  public static var gray: Color { .gray }
  public static var white: Color { .white }
  public static var black: Color { .black }
  public static var clear: Color { .clear }
  public static var accentColor: Color { .accentColor }
  public static var purple: Color { .purple }
  public static var pink: Color { .pink }
  public static var teal: Color { .teal }
  public static var indigo: Color { .indigo }
}
public struct HierarchicalShapeStyle: ShapeStyle {
  public static let primary = Self(), secondary = Self(), tertiary = Self(), quaternary = Self()
}
extension ShapeStyle where Self == HierarchicalShapeStyle {
  public static var primary: Self { .primary }
  public static var secondary: Self { .secondary }
  public static var tertiary: Self { .tertiary }
  public static var quaternary: Self { .quaternary }
}
public struct TintShapeStyle: ShapeStyle { public init() {} }
extension ShapeStyle where Self == TintShapeStyle { public static var tint: Self { .init() } }
public struct BackgroundStyle: ShapeStyle { public init() {} }
extension ShapeStyle where Self == BackgroundStyle { public static var background: Self { .init() } }
public struct Material: ShapeStyle {
  public static let regular = Self(), thin = Self(), thick = Self(), ultraThin = Self(), bar = Self()
}
extension ShapeStyle where Self == Material {
  public static var regularMaterial: Self { .regular }
  public static var thinMaterial: Self { .thin }
  public static var ultraThinMaterial: Self { .ultraThin }
  public static var bar: Self { .bar }
}
@MainActor public protocol Shape: View, Sendable {}
extension Shape {
  public func fill<S: ShapeStyle>(_ content: S) -> some View { self }
  public func stroke<S: ShapeStyle>(_ content: S, lineWidth: CGFloat = 1) -> some View { self }
}
public struct Rectangle: Shape, _PrimitiveView {
  nonisolated public init() {}
  public func _resolve(_ c: _StubContext) -> [StubNode] { [] }
}
public struct Circle: Shape, _PrimitiveView {
  nonisolated public init() {}
  public func _resolve(_ c: _StubContext) -> [StubNode] { [] }
}
public struct Capsule: Shape, _PrimitiveView {
  nonisolated public init() {}
  public func _resolve(_ c: _StubContext) -> [StubNode] { [] }
}
public struct RoundedRectangle: Shape, _PrimitiveView {
  nonisolated public init(cornerRadius: CGFloat) {}
  public func _resolve(_ c: _StubContext) -> [StubNode] { [] }
}
extension Shape where Self == Rectangle { nonisolated public static var rect: Rectangle { .init() } }
extension Shape where Self == Circle { nonisolated public static var circle: Circle { .init() } }
extension Shape where Self == Capsule { nonisolated public static var capsule: Capsule { .init() } }
extension Shape where Self == RoundedRectangle {
  nonisolated public static func rect(cornerRadius: CGFloat) -> RoundedRectangle { .init(cornerRadius: cornerRadius) }
}
public struct Animation: Equatable, Sendable {
  public static let `default` = Self(), easeInOut = Self(), easeIn = Self(), easeOut = Self(), linear = Self(),
    spring = Self(), snappy = Self(), smooth = Self(), bouncy = Self()
  public static func easeInOut(duration: TimeInterval) -> Self { Self() }
  public static func spring(duration: TimeInterval = 0.5, bounce: Double = 0) -> Self { Self() }
}
public func withAnimation<Result>(_ animation: Animation? = .default, _ body: () throws -> Result) rethrows -> Result {
  try body()
}
public struct AnyTransition: Sendable { public static let opacity = Self(), slide = Self(), identity = Self() }

@MainActor public protocol PrimitiveButtonStyle {}
@MainActor @preconcurrency public protocol ButtonStyle {
  associatedtype Body: View
  typealias Configuration = ButtonStyleConfiguration
  @ViewBuilder @MainActor @preconcurrency func makeBody(configuration: Configuration) -> Body
}
public struct ButtonStyleConfiguration {
  public struct Label: View, _PrimitiveView { public func _resolve(_ c: _StubContext) -> [StubNode] { [] } }
  public let role: ButtonRole?, label: Label, isPressed: Bool
}
public struct DefaultButtonStyle: PrimitiveButtonStyle { public init() {} }
public struct BorderedButtonStyle: PrimitiveButtonStyle { public init() {} }
public struct BorderedProminentButtonStyle: PrimitiveButtonStyle { public init() {} }
public struct BorderlessButtonStyle: PrimitiveButtonStyle { public init() {} }
public struct PlainButtonStyle: PrimitiveButtonStyle { public init() {} }
extension PrimitiveButtonStyle where Self == DefaultButtonStyle { public static var automatic: Self { .init() } }
extension PrimitiveButtonStyle where Self == BorderedButtonStyle { public static var bordered: Self { .init() } }
extension PrimitiveButtonStyle where Self == BorderedProminentButtonStyle {
  public static var borderedProminent: Self { .init() }
}
extension PrimitiveButtonStyle where Self == BorderlessButtonStyle { public static var borderless: Self { .init() } }
extension PrimitiveButtonStyle where Self == PlainButtonStyle { public static var plain: Self { .init() } }
public struct ButtonBorderShape: Equatable, Sendable {
  public static let automatic = Self(), capsule = Self(), roundedRectangle = Self(), circle = Self()
}
public enum ControlSize: CaseIterable, Sendable { case mini, small, regular, large, extraLarge }
@MainActor public protocol ListStyle {}
public struct PlainListStyle: ListStyle { public init() {} }
public struct GroupedListStyle: ListStyle { public init() {} }
public struct InsetGroupedListStyle: ListStyle { public init() {} }
public struct SidebarListStyle: ListStyle { public init() {} }
extension ListStyle where Self == PlainListStyle { public static var plain: Self { .init() } }
extension ListStyle where Self == GroupedListStyle { public static var grouped: Self { .init() } }
extension ListStyle where Self == InsetGroupedListStyle { public static var insetGrouped: Self { .init() } }
extension ListStyle where Self == SidebarListStyle { public static var sidebar: Self { .init() } }
@MainActor public protocol PickerStyle {}
public struct SegmentedPickerStyle: PickerStyle { public init() {} }
public struct MenuPickerStyle: PickerStyle { public init() {} }
public struct InlinePickerStyle: PickerStyle { public init() {} }
public struct WheelPickerStyle: PickerStyle { public init() {} }
public struct NavigationLinkPickerStyle: PickerStyle { public init() {} }
extension PickerStyle where Self == SegmentedPickerStyle { public static var segmented: Self { .init() } }
extension PickerStyle where Self == MenuPickerStyle { public static var menu: Self { .init() } }
extension PickerStyle where Self == InlinePickerStyle { public static var inline: Self { .init() } }
extension PickerStyle where Self == WheelPickerStyle { public static var wheel: Self { .init() } }
extension PickerStyle where Self == NavigationLinkPickerStyle { public static var navigationLink: Self { .init() } }
@MainActor public protocol DatePickerStyle {}
public struct CompactDatePickerStyle: DatePickerStyle { public init() {} }
public struct GraphicalDatePickerStyle: DatePickerStyle { public init() {} }
public struct WheelDatePickerStyle: DatePickerStyle { public init() {} }
extension DatePickerStyle where Self == CompactDatePickerStyle { public static var compact: Self { .init() } }
extension DatePickerStyle where Self == GraphicalDatePickerStyle { public static var graphical: Self { .init() } }
extension DatePickerStyle where Self == WheelDatePickerStyle { public static var wheel: Self { .init() } }
@MainActor public protocol TextFieldStyle {}
public struct RoundedBorderTextFieldStyle: TextFieldStyle { public init() {} }
public struct PlainTextFieldStyle: TextFieldStyle { public init() {} }
extension TextFieldStyle where Self == RoundedBorderTextFieldStyle { public static var roundedBorder: Self { .init() } }
extension TextFieldStyle where Self == PlainTextFieldStyle { public static var plain: Self { .init() } }
@MainActor public protocol LabelStyle {}
public struct IconOnlyLabelStyle: LabelStyle { public init() {} }
public struct TitleOnlyLabelStyle: LabelStyle { public init() {} }
public struct TitleAndIconLabelStyle: LabelStyle { public init() {} }
extension LabelStyle where Self == IconOnlyLabelStyle { public static var iconOnly: Self { .init() } }
extension LabelStyle where Self == TitleOnlyLabelStyle { public static var titleOnly: Self { .init() } }
extension LabelStyle where Self == TitleAndIconLabelStyle { public static var titleAndIcon: Self { .init() } }
@MainActor public protocol ToggleStyle {}
public struct SwitchToggleStyle: ToggleStyle { public init() {} }
public struct ButtonToggleStyle: ToggleStyle { public init() {} }
extension ToggleStyle where Self == SwitchToggleStyle { public static var `switch`: Self { .init() } }
extension ToggleStyle where Self == ButtonToggleStyle { public static var button: Self { .init() } }
@MainActor public protocol FormStyle {}
public struct GroupedFormStyle: FormStyle { public init() {} }
extension FormStyle where Self == GroupedFormStyle { public static var grouped: Self { .init() } }

public struct SubmitLabel: Sendable {
  public static let done = Self(), go = Self(), send = Self(), join = Self(), search = Self(), `return` = Self(),
    next = Self(), `continue` = Self()
}
public struct SubmitTriggers: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let text = Self(rawValue: 1), search = Self(rawValue: 2)
}
public struct TextInputAutocapitalization: Sendable {
  public static var never: Self { Self() }
  public static var words: Self { Self() }
  public static var sentences: Self { Self() }
  public static var characters: Self { Self() }
}
public struct SearchFieldPlacement: Sendable {
  public static let automatic = Self(), toolbar = Self(), sidebar = Self(), navigationBarDrawer = Self()
  public struct NavigationBarDrawerDisplayMode: Sendable { public static let automatic = Self(), always = Self() }
  public static func navigationBarDrawer(displayMode: NavigationBarDrawerDisplayMode) -> Self { Self() }
}
public struct PresentationDetent: Hashable, Sendable {
  let n: Int
  public static let medium = Self(n: 0), large = Self(n: 1)
  public static func fraction(_ f: CGFloat) -> Self { Self(n: 2) }
  public static func height(_ h: CGFloat) -> Self { Self(n: 3) }
}
public struct ScrollDismissesKeyboardMode: Sendable {
  public static var automatic: Self { Self() }
  public static var immediately: Self { Self() }
  public static var interactively: Self { Self() }
  public static var never: Self { Self() }
}
public struct NavigationBarItem: Sendable { public enum TitleDisplayMode: Sendable { case automatic, inline, large } }
public struct ToolbarPlacement: Sendable {
  public static let automatic = Self(), bottomBar = Self(), navigationBar = Self(), tabBar = Self()
}
public struct SensoryFeedback: Equatable, Sendable {
  public static let success = Self(), warning = Self(), error = Self(), selection = Self(), impact = Self()
}
public struct RedactionReasons: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let placeholder = Self(rawValue: 1), privacy = Self(rawValue: 2)
}
public struct AccessibilityTraits: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let isButton = Self(rawValue: 1), isHeader = Self(rawValue: 2), isSelected = Self(rawValue: 4),
    isLink = Self(rawValue: 8), isImage = Self(rawValue: 16), isStaticText = Self(rawValue: 32),
    updatesFrequently = Self(rawValue: 64), isModal = Self(rawValue: 128), isToggle = Self(rawValue: 256)
}
public struct AccessibilityChildBehavior: Hashable, Sendable {
  let n: Int
  public static let ignore = Self(n: 0), contain = Self(n: 1), combine = Self(n: 2)
}
public enum AccessibilityHeadingLevel: UInt, Sendable { case unspecified, h1, h2, h3, h4, h5, h6 }
public struct AccessibilityActionKind: Equatable, Sendable {
  public static let `default` = Self(), escape = Self(), delete = Self(), magicTap = Self()
  public init() {}
}
public enum AccessibilityAdjustmentDirection: Sendable { case increment, decrement }
public enum AccessibilityNotification {
  public struct Announcement: Sendable {
    public init(_ s: String) {}
    public func post() {}
  }
}

public protocol TextSelectability { static var allowsSelection: Bool { get } }
public struct EnabledTextSelectability: TextSelectability { public static let allowsSelection = true }
public struct DisabledTextSelectability: TextSelectability { public static let allowsSelection = false }
extension TextSelectability where Self == EnabledTextSelectability { public static var enabled: Self { .init() } }
extension TextSelectability where Self == DisabledTextSelectability { public static var disabled: Self { .init() } }
