@_exported import AppleShims
// SwiftUI for iOS 17, as far as a form/list app needs it. Declarations follow Apple's public signatures; iOS 18+ API is left out on purpose.
// Names with a leading underscore are this stub's own: they let StubHost walk a view tree and press its buttons.
@_exported import Foundation
@_exported import Observation
import UIKit

// MARK: View, builder
@MainActor @preconcurrency public protocol View {
  associatedtype Body: View
  @ViewBuilder @MainActor @preconcurrency var body: Body { get }
}
extension Never: View { public var body: Never { fatalError("a primitive view has no body") } }
@MainActor public protocol _PrimitiveView { func _resolve(_ c: _StubContext) -> [StubNode] }
extension View where Self: _PrimitiveView { public var body: Never { fatalError("a primitive view has no body") } }
extension Optional: View where Wrapped: View {}
extension Optional: _PrimitiveView where Wrapped: View {
  public func _resolve(_ c: _StubContext) -> [StubNode] { self.map { c.resolve($0) } ?? [] }
}

@MainActor @preconcurrency public protocol ViewModifier {
  typealias Content = _ViewModifier_Content
  associatedtype Body: View
  @ViewBuilder @MainActor @preconcurrency func body(content: Content) -> Body
}
public struct _ViewModifier_Content: View, _PrimitiveView {
  let v: any View
  public func _resolve(_ c: _StubContext) -> [StubNode] { c.resolve(v) }
}
public struct ModifiedContent<Content, Modifier> {
  public var content: Content, modifier: Modifier
  public init(content: Content, modifier: Modifier) {
    self.content = content
    self.modifier = modifier
  }
}
extension ModifiedContent: View, _PrimitiveView where Content: View, Modifier: ViewModifier {
  public func _resolve(_ c: _StubContext) -> [StubNode] {
    c.update(modifier, "m")
    return c.resolve(modifier.body(content: .init(v: content)))
  }
}

@resultBuilder public struct ViewBuilder {
  public static func buildExpression<Content: View>(_ content: Content) -> Content { content }
  public static func buildBlock() -> EmptyView { EmptyView() }
  public static func buildBlock<Content: View>(_ content: Content) -> Content { content }
  @MainActor public static func buildBlock<each Content: View>(_ content: repeat each Content) -> TupleView<
    (repeat each Content)
  > {
    var all: [any View] = []
    for v in repeat each content { all.append(v) }
    return TupleView((repeat each content), all)
  }
  public static func buildIf<Content: View>(_ content: Content?) -> Content? { content }
  public static func buildEither<T: View, F: View>(first: T) -> _ConditionalContent<T, F> { .init(v: first) }
  public static func buildEither<T: View, F: View>(second: F) -> _ConditionalContent<T, F> { .init(v: second) }
  public static func buildLimitedAvailability<Content: View>(_ content: Content) -> AnyView { AnyView(content) }
}
public struct EmptyView: View, _PrimitiveView {
  nonisolated public init() {}
  public func _resolve(_ c: _StubContext) -> [StubNode] { [] }
}
public struct TupleView<T>: View, _PrimitiveView {
  public var value: T
  let all: [any View]
  init(_ value: T, _ all: [any View]) {
    self.value = value
    self.all = all
  }
  public func _resolve(_ c: _StubContext) -> [StubNode] { all.enumerated().flatMap { i, v in c.at("\(i)").resolve(v) } }
}
public struct _ConditionalContent<T, F>: View, _PrimitiveView {
  nonisolated let b: _Box
  nonisolated init(v: any View) { b = _Box(v: v) }
  public func _resolve(_ c: _StubContext) -> [StubNode] { c.resolve(b.v) }
}
struct _Box: @unchecked Sendable { let v: any View }
public struct AnyView: View, _PrimitiveView {
  nonisolated let b: _Box
  nonisolated public init<V: View>(_ view: V) { b = _Box(v: view) }
  nonisolated public init<V: View>(erasing view: V) { self.init(view) }
  public func _resolve(_ c: _StubContext) -> [StubNode] { c.resolve(b.v) }
}
public struct Group<Content> { let content: Content }
extension Group: View, _PrimitiveView where Content: View {
  nonisolated public init(@ViewBuilder content: () -> Content) { self.content = content() }
  public func _resolve(_ c: _StubContext) -> [StubNode] { c.resolve(content) }
}

// MARK: state
public protocol DynamicProperty { mutating func update() }
extension DynamicProperty { public mutating func update() {} }
protocol _StubDynamic { @MainActor func stubUpdate(_ c: _StubContext, _ key: String) }
final class _Cell {
  var v: Any
  init(_ v: Any) { self.v = v }
}
final class _Ref {
  var cell: _Cell
  init(_ v: Any) { cell = _Cell(v) }
}

@propertyWrapper public struct State<Value>: DynamicProperty, @unchecked Sendable, _StubDynamic {
  let ref: _Ref
  public init(wrappedValue value: Value) { ref = _Ref(value) }
  public init(initialValue value: Value) { ref = _Ref(value) }
  public var wrappedValue: Value {
    get { ref.cell.v as! Value }
    nonmutating set { ref.cell.v = newValue }
  }
  public var projectedValue: Binding<Value> { Binding(_get: { ref.cell.v as! Value }, _set: { ref.cell.v = $0 }) }
  @MainActor func stubUpdate(_ c: _StubContext, _ key: String) {
    if let old = c.host.cells[key] { ref.cell = old } else { c.host.cells[key] = ref.cell }
  }
}
extension State where Value: ExpressibleByNilLiteral { public init() { self.init(wrappedValue: nil) } }

@propertyWrapper @dynamicMemberLookup public struct Binding<Value>: @unchecked Sendable {
  let get: () -> Value, set: (Value) -> Void  // plain closures: always called on the main actor here
  @preconcurrency public init(
    get: @escaping @isolated(any) @Sendable () -> Value, set: @escaping @isolated(any) @Sendable (Value) -> Void
  ) {
    self.get = unsafeBitCast(get, to: (@Sendable () -> Value).self)
    self.set = unsafeBitCast(set, to: (@Sendable (Value) -> Void).self)
  }
  init(_get: @escaping () -> Value, _set: @escaping (Value) -> Void) {
    get = _get
    set = _set
  }
  public static func constant(_ value: Value) -> Binding<Value> { Binding(_get: { value }, _set: { _ in }) }
  public var wrappedValue: Value {
    get { get() }
    nonmutating set { set(newValue) }
  }
  public var projectedValue: Binding<Value> { self }
  public init(projectedValue: Binding<Value>) { self = projectedValue }
  public subscript<Subject>(dynamicMember keyPath: WritableKeyPath<Value, Subject>) -> Binding<Subject> {
    Binding<Subject>(
      _get: { self.get()[keyPath: keyPath] },
      _set: {
        var v = self.get()
        v[keyPath: keyPath] = $0
        self.set(v)
      })
  }
  public init<V>(_ base: Binding<V>) where Value == V? {
    self.init(_get: { base.get() }, _set: { if let x = $0 { base.set(x) } })
  }
  public init?(_ base: Binding<Value?>) {
    guard let first = base.get() else { return nil }
    self.init(_get: { base.get() ?? first }, _set: { base.set($0) })
  }
}
extension Binding: Identifiable where Value: Identifiable { public var id: Value.ID { self.get().id } }

@propertyWrapper @dynamicMemberLookup public struct Bindable<Value> {
  public var wrappedValue: Value
  public var projectedValue: Bindable<Value> { self }
  @available(*, unavailable, message: "The wrapped value must be an object that conforms to Observable")
  public init(wrappedValue: Value) { fatalError() }
}
extension Bindable where Value: AnyObject & Observable {
  public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
  public init(_ wrappedValue: Value) { self.init(wrappedValue: wrappedValue) }
  public subscript<Subject>(dynamicMember keyPath: ReferenceWritableKeyPath<Value, Subject>) -> Binding<Subject> {
    let o = wrappedValue
    return Binding<Subject>(_get: { o[keyPath: keyPath] }, _set: { o[keyPath: keyPath] = $0 })
  }
}

final class _EnvBox {
  var env: EnvironmentValues?
  var object: AnyObject?
}
@propertyWrapper public struct Environment<Value>: DynamicProperty, _StubDynamic {
  let box = _EnvBox()
  let read: (_EnvBox) -> Value
  let type: ObjectIdentifier?
  public init(_ keyPath: KeyPath<EnvironmentValues, Value>) {
    type = nil
    read = { ($0.env ?? EnvironmentValues())[keyPath: keyPath] }
  }
  public init(_ objectType: Value.Type) where Value: AnyObject & Observable {
    type = ObjectIdentifier(objectType)
    read = { b in
      guard let o = b.object as? Value else {
        fatalError("No Observable object of type \(Value.self) found. A View.environment(_:) for it may be missing.")
      }
      return o
    }
  }
  public init<T: AnyObject & Observable>(_ objectType: T.Type) where Value == T? {
    type = ObjectIdentifier(objectType)
    read = { $0.object as? T }
  }
  public var wrappedValue: Value { read(box) }
  @MainActor func stubUpdate(_ c: _StubContext, _ key: String) {
    box.env = c.env
    if let t = type { box.object = c.env.objects[t] }
  }
}
@propertyWrapper public struct FocusState<Value: Hashable>: DynamicProperty, _StubDynamic {
  @propertyWrapper public struct Binding {
    let b: SwiftUI.Binding<Value>
    public var wrappedValue: Value {
      get { b.wrappedValue }
      nonmutating set { b.wrappedValue = newValue }
    }
    public var projectedValue: Binding { self }
  }
  let ref: _Ref
  public init() where Value == Bool { ref = _Ref(false) }
  public init<T: Hashable>() where Value == T? { ref = _Ref(Value.none as Any) }
  public var wrappedValue: Value {
    get { ref.cell.v as! Value }
    nonmutating set { ref.cell.v = newValue }
  }
  public var projectedValue: Binding { Binding(b: .init(_get: { ref.cell.v as! Value }, _set: { ref.cell.v = $0 })) }
  @MainActor func stubUpdate(_ c: _StubContext, _ key: String) {
    if let old = c.host.cells[key] { ref.cell = old } else { c.host.cells[key] = ref.cell }
  }
}
public typealias AccessibilityFocusState = FocusState

@propertyWrapper public struct AppStorage<Value>: DynamicProperty, @unchecked Sendable {
  let get: () -> Value, set: (Value) -> Void
  init(
    _ key: String, _ store: UserDefaults?, _ d: Value, _ from: @escaping (Any) -> Value?,
    _ to: @escaping (Value) -> Any?
  ) {
    let s = store ?? .standard
    get = { s.object(forKey: key).flatMap(from) ?? d }
    set = { s.set(to($0), forKey: key) }
  }
  public var wrappedValue: Value {
    get { get() }
    nonmutating set { set(newValue) }
  }
  public var projectedValue: Binding<Value> { Binding(_get: get, _set: set) }
  public init(wrappedValue: Value, _ key: String, store: UserDefaults? = nil) where Value == Bool {
    self.init(key, store, wrappedValue, { $0 as? Bool }, { $0 })
  }
  public init(wrappedValue: Value, _ key: String, store: UserDefaults? = nil) where Value == Int {
    self.init(key, store, wrappedValue, { $0 as? Int }, { $0 })
  }
  public init(wrappedValue: Value, _ key: String, store: UserDefaults? = nil) where Value == Double {
    self.init(key, store, wrappedValue, { $0 as? Double }, { $0 })
  }
  public init(wrappedValue: Value, _ key: String, store: UserDefaults? = nil) where Value == String {
    self.init(key, store, wrappedValue, { $0 as? String }, { $0 })
  }
  public init(wrappedValue: Value, _ key: String, store: UserDefaults? = nil)
  where Value: RawRepresentable, Value.RawValue == String {
    self.init(key, store, wrappedValue, { ($0 as? String).flatMap(Value.init(rawValue:)) }, { $0.rawValue })
  }
  public init(wrappedValue: Value, _ key: String, store: UserDefaults? = nil)
  where Value: RawRepresentable, Value.RawValue == Int {
    self.init(key, store, wrappedValue, { ($0 as? Int).flatMap(Value.init(rawValue:)) }, { $0.rawValue })
  }
}

// MARK: environment
public protocol EnvironmentKey {
  associatedtype Value
  static var defaultValue: Value { get }
}
public enum ColorScheme: CaseIterable, Hashable, Sendable { case light, dark }
public enum ScenePhase: Comparable, Hashable, Sendable { case background, inactive, active }
public enum UserInterfaceSizeClass: Sendable, Hashable { case compact, regular }
public enum LayoutDirection: Hashable, CaseIterable, Sendable { case leftToRight, rightToLeft }
public enum DynamicTypeSize: Hashable, Comparable, CaseIterable, Sendable {
  case xSmall, small, medium, large, xLarge, xxLarge, xxxLarge, accessibility1, accessibility2, accessibility3,
    accessibility4, accessibility5
  public var isAccessibilitySize: Bool { self >= .accessibility1 }
}
public enum EditMode: Sendable, Hashable {
  case inactive, transient, active
  public var isEditing: Bool { self != .inactive }
}
@MainActor @preconcurrency public struct DismissAction {
  var f: () -> Void = {}
  public func callAsFunction() { f() }
}
@MainActor @preconcurrency public struct DismissSearchAction { public func callAsFunction() {} }
public struct RefreshAction: Sendable {
  let f: @Sendable () async -> Void
  public func callAsFunction() async { await f() }
}
@MainActor @preconcurrency public struct OpenURLAction {
  public struct Result: Sendable {
    enum K {
      case handled, discarded
      case system(URL?)
    }
    let k: K
    public static let handled = Result(k: .handled), discarded = Result(k: .discarded),
      systemAction = Result(k: .system(nil))
    public static func systemAction(_ url: URL) -> Result { .init(k: .system(url)) }
  }
  let handler: (@MainActor (URL) -> Result)?
  nonisolated init() { handler = nil }
  public init(handler: @escaping @MainActor (URL) -> Result) { self.handler = handler }
  public func callAsFunction(_ url: URL) { callAsFunction(url) { _ in } }
  public func callAsFunction(_ url: URL, completion: @escaping (_ accepted: Bool) -> Void) {
    switch handler?(url).k ?? .system(nil) {
    case .handled: completion(true)
    case .discarded: completion(false)
    case .system(let u): UIApplication.shared.open(u ?? url) { completion($0) }
    }
  }
}
public struct EnvironmentValues {
  var store: [ObjectIdentifier: Any] = [:], objects: [ObjectIdentifier: AnyObject] = [:]
  var navigate: ((AnyHashable) -> Void)?
  public init() {}
  public subscript<K: EnvironmentKey>(key: K.Type) -> K.Value {
    get { store[ObjectIdentifier(key)] as? K.Value ?? K.defaultValue }
    set { store[ObjectIdentifier(key)] = newValue }
  }
  public var colorScheme = ColorScheme.light, scenePhase = ScenePhase.active, dynamicTypeSize = DynamicTypeSize.large,
    layoutDirection = LayoutDirection.leftToRight
  public var horizontalSizeClass: UserInterfaceSizeClass? = .compact,
    verticalSizeClass: UserInterfaceSizeClass? = .regular
  public var locale = Locale.current, calendar = Calendar.current, timeZone = TimeZone.current, isEnabled = true,
    lineLimit: Int?
  public internal(set) var isPresented = false, isSearching = false
  public var accessibilityReduceMotion: Bool { false }
  public var accessibilityDifferentiateWithoutColor: Bool { false }
  public var accessibilityVoiceOverEnabled: Bool { false }
  public var accessibilityReduceTransparency: Bool { false }
  public var editMode: Binding<EditMode>?
  public var refresh: RefreshAction? { nil }
  var _dismiss: (() -> Void)?, _openURL: OpenURLAction?
  @MainActor public var dismiss: DismissAction { DismissAction(f: _dismiss ?? {}) }
  @MainActor public var dismissSearch: DismissSearchAction { DismissSearchAction() }
  public var openURL: OpenURLAction {
    get { _openURL ?? OpenURLAction() }
    set { _openURL = newValue }
  }
}

// MARK: app and scenes
@MainActor @preconcurrency public protocol Scene {
  associatedtype Body: Scene
  @SceneBuilder @MainActor @preconcurrency var body: Body { get }
}
extension Never: Scene {}
@resultBuilder public struct SceneBuilder {
  public static func buildExpression<C: Scene>(_ c: C) -> C { c }
  public static func buildBlock<C: Scene>(_ c: C) -> C { c }
}
public struct WindowGroup<Content: View>: Scene {
  public let _content: () -> Content
  public init(@ViewBuilder content: @escaping () -> Content) { _content = content }
  public init(_ titleKey: LocalizedStringKey, @ViewBuilder content: @escaping () -> Content) { _content = content }
  public var body: Never { fatalError() }
}
public struct BackgroundTask<Request, Response>: Sendable { let id: String }
extension BackgroundTask {
  public static func appRefresh(_ identifier: String) -> BackgroundTask<Void, Void>
  where Request == Void, Response == Void { .init(id: identifier) }
}
extension Scene {
  public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping (V, V) -> Void)
    -> some Scene
  { self }
  public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping () -> Void) -> some Scene {
    self
  }
  public func environment<T: AnyObject & Observable>(_ object: T?) -> some Scene { self }
  public func backgroundTask<D: Sendable, R: Sendable>(
    _ task: BackgroundTask<D, R>, action: @escaping @Sendable (D) async -> R
  ) -> some Scene { self }
}
@MainActor @preconcurrency public protocol App {
  associatedtype Body: Scene
  @SceneBuilder @MainActor @preconcurrency var body: Body { get }
  @MainActor @preconcurrency init()
}
extension App { @MainActor public static func main() { _ = Self().body } }
@MainActor @propertyWrapper
public struct UIApplicationDelegateAdaptor<D: NSObject & UIApplicationDelegate>: DynamicProperty {
  /// Never read in a check build: without the Objective-C runtime NSObject has no `required init` to call.
  public var wrappedValue: D { fatalError("UIApplicationDelegateAdaptor is not run by the stub") }
  public init(_ delegateType: D.Type = D.self) {}
}
@MainActor @preconcurrency public protocol PreviewProvider {
  associatedtype Previews: View
  @ViewBuilder @MainActor static var previews: Previews { get }
}

@MainActor @preconcurrency public protocol UIViewControllerRepresentable: View where Body == Never {
  associatedtype UIViewControllerType: UIViewController
  associatedtype Coordinator = Void
  typealias Context = UIViewControllerRepresentableContext<Self>
  func makeUIViewController(context: Context) -> UIViewControllerType
  func updateUIViewController(_ uiViewController: UIViewControllerType, context: Context)
  func makeCoordinator() -> Coordinator
}
@MainActor public struct UIViewControllerRepresentableContext<R: UIViewControllerRepresentable> {
  public let coordinator: R.Coordinator
  public let environment: EnvironmentValues
}
extension UIViewControllerRepresentable { public var body: Never { fatalError() } }
extension UIViewControllerRepresentable where Coordinator == Void { public func makeCoordinator() {} }
