@_exported import AppleShims
// AppIntents for iOS 17: protocols and property wrappers (none of these needs a macro). No Siri, no metadata extraction: on a Mac the
// build step appintentsmetadataprocessor also demands literal titles, phrases with \(.applicationName), and at most 10 AppShortcuts.
@_exported import Foundation
import SwiftUI

public protocol _IntentValue: Sendable {}
extension String: _IntentValue {}
extension Int: _IntentValue {}
extension Double: _IntentValue {}
extension Bool: _IntentValue {}
extension Date: _IntentValue {}
extension URL: _IntentValue {}
extension Optional: _IntentValue where Wrapped: _IntentValue {}
extension Array: _IntentValue where Element: _IntentValue {}

public struct IntentDescription: ExpressibleByStringLiteral, Sendable {
  public init(_ text: LocalizedStringResource, categoryName: LocalizedStringResource? = nil) {}
  public init(stringLiteral v: String) {}
}
public struct IntentDialog: ExpressibleByStringInterpolation, Sendable {
  public let _text: String
  public init(_ r: LocalizedStringResource) { _text = r._text }
  public init(stringLiteral v: String) { _text = v }
  public init(stringInterpolation i: String.LocalizationValue.StringInterpolation) {
    _text = String.LocalizationValue(stringInterpolation: i)._text
  }
}
public enum IntentAuthenticationPolicy: Sendable {
  case alwaysAllowed, requiresAuthentication, requiresLocalDeviceAuthentication
}

public protocol IntentResult: Sendable {
  associatedtype Value: _IntentValue = Never
  var value: Value? { get }
}
extension Never: _IntentValue {}
public protocol ProvidesDialog: IntentResult { var _dialog: IntentDialog? { get } }
public protocol ReturnsValue<Value>: IntentResult {}
public protocol OpensIntent: IntentResult {}
public protocol ShowsSnippetView: IntentResult {}
public struct IntentResultContainer<Value: _IntentValue, D>: IntentResult {
  public var value: Value?
  public var _dialog: IntentDialog?
}
extension IntentResultContainer: ProvidesDialog where D == IntentDialog {}
extension IntentResultContainer: ReturnsValue {}
extension IntentResult where Self == IntentResultContainer<Never, Never> {
  public static func result() -> Self { .init() }
}
extension IntentResult where Self == IntentResultContainer<Never, IntentDialog> {
  public static func result(dialog: IntentDialog) -> Self { .init(value: nil, _dialog: dialog) }
}
extension IntentResult {
  public static func result<V: _IntentValue>(value: V) -> Self where Self == IntentResultContainer<V, Never> {
    .init(value: value)
  }
  public static func result<V: _IntentValue>(value: V, dialog: IntentDialog) -> Self
  where Self == IntentResultContainer<V, IntentDialog> { .init(value: value, _dialog: dialog) }
}
public protocol PersistentlyIdentifiable {}
public protocol AppIntent: PersistentlyIdentifiable, Sendable {
  associatedtype PerformResult: IntentResult
  associatedtype SummaryContent: ParameterSummary = _EmptySummary
  static var title: LocalizedStringResource { get }
  static var description: IntentDescription? { get }
  static var openAppWhenRun: Bool { get }
  static var isDiscoverable: Bool { get }
  static var authenticationPolicy: IntentAuthenticationPolicy { get }
  static var parameterSummary: SummaryContent { get }
  init()
  func perform() async throws -> PerformResult
}
extension AppIntent {
  public typealias Parameter<Value: _IntentValue> = IntentParameter<Value>
  public typealias Dependency = AppDependency
  public typealias Summary = IntentParameterSummary<Self>
  public static var description: IntentDescription? { nil }
  public static var openAppWhenRun: Bool { false }
  public static var isDiscoverable: Bool { true }
  public static var authenticationPolicy: IntentAuthenticationPolicy { .alwaysAllowed }
}
extension AppIntent where SummaryContent == _EmptySummary {
  public static var parameterSummary: _EmptySummary { .init() }
}
public protocol ParameterSummary: Sendable {}
public struct _EmptySummary: ParameterSummary {}
public struct IntentParameterSummary<I: AppIntent>: ParameterSummary { public init(_ s: ParameterSummaryString<I>) {} }
public struct ParameterSummaryString<I: AppIntent>: ExpressibleByStringInterpolation, Sendable {
  public init(stringLiteral value: String) {}
  public init(stringInterpolation: StringInterpolation) {}
  public struct StringInterpolation: StringInterpolationProtocol {
    public init(literalCapacity: Int, interpolationCount: Int) {}
    public mutating func appendLiteral(_ s: String) {}
    public mutating func appendInterpolation<V>(_ keyPath: KeyPath<I, IntentParameter<V>>) {}
  }
}
@propertyWrapper public final class IntentParameter<Value: _IntentValue>: @unchecked Sendable {
  private var stored: Value?
  public init(
    title: LocalizedStringResource, description: LocalizedStringResource? = nil, requestValueDialog: IntentDialog? = nil
  ) {}
  public init(
    title: LocalizedStringResource, description: LocalizedStringResource? = nil, default defaultValue: Value,
    requestValueDialog: IntentDialog? = nil
  ) { stored = defaultValue }
  public var wrappedValue: Value {
    get {
      if let s = stored { return s }
      if let o = Value.self as? any _Nil.Type { return o._nil as! Value }
      fatalError("parameter read before it has a value")
    }
    set { stored = newValue }
  }
  public var projectedValue: IntentParameter<Value> { self }
  public func requestValue(_ dialog: IntentDialog? = nil) async throws -> Value { wrappedValue }
  public func needsValueError(_ dialog: IntentDialog? = nil) -> any Error { _NeedsValue() }
}
struct _NeedsValue: Error {}
protocol _Nil { static var _nil: Any { get } }
extension Optional: _Nil { static var _nil: Any { Self.none as Any } }

public struct TypeDisplayRepresentation: ExpressibleByStringLiteral, Sendable {
  public init(name: LocalizedStringResource) {}
  public init(stringLiteral v: String) {}
}
public struct DisplayRepresentation: ExpressibleByStringInterpolation, Sendable {
  public var title: LocalizedStringResource
  public init(title: LocalizedStringResource, subtitle: LocalizedStringResource? = nil) { self.title = title }
  public init(stringLiteral v: String) { title = .init(stringLiteral: v) }
  public init(stringInterpolation i: String.LocalizationValue.StringInterpolation) {
    title = .init(stringInterpolation: i)
  }
}
public protocol AppEntity: _IntentValue, Identifiable where ID: Sendable & Hashable {
  associatedtype DefaultQuery: EntityQuery
  static var typeDisplayRepresentation: TypeDisplayRepresentation { get }
  static var defaultQuery: DefaultQuery { get }
  var displayRepresentation: DisplayRepresentation { get }
}
public protocol EntityQuery: Sendable {
  associatedtype Entity: AppEntity
  init()
  func entities(for identifiers: [Entity.ID]) async throws -> [Entity]
  func suggestedEntities() async throws -> [Entity]
}
extension EntityQuery { public func suggestedEntities() async throws -> [Entity] { [] } }
public protocol EntityStringQuery: EntityQuery { func entities(matching string: String) async throws -> [Entity] }
public protocol AppEnum: _IntentValue, RawRepresentable, CaseIterable, Hashable where RawValue == String {
  static var typeDisplayRepresentation: TypeDisplayRepresentation { get }
  static var caseDisplayRepresentations: [Self: DisplayRepresentation] { get }
}

public enum AppShortcutPhraseToken: Sendable { case applicationName }
public struct AppShortcutPhrase<I: AppIntent>: ExpressibleByStringInterpolation, Sendable {
  public let _usesAppName: Bool
  public init(stringLiteral value: String) { _usesAppName = false }
  public init(stringInterpolation: StringInterpolation) { _usesAppName = stringInterpolation.app }
  public struct StringInterpolation: StringInterpolationProtocol {
    var app = false
    public init(literalCapacity: Int, interpolationCount: Int) {}
    public mutating func appendLiteral(_ s: String) {}
    public mutating func appendInterpolation(_ t: AppShortcutPhraseToken) { app = true }
    public mutating func appendInterpolation<V>(_ keyPath: KeyPath<I, IntentParameter<V>>) {}
  }
}
public struct AppShortcut: Sendable {
  public let _phrasesOK: Bool
  public init<I: AppIntent>(
    intent: I, phrases: [AppShortcutPhrase<I>], shortTitle: LocalizedStringResource, systemImageName: String
  ) { _phrasesOK = !phrases.isEmpty && phrases.allSatisfy(\._usesAppName) }
}
@resultBuilder public struct AppShortcutsBuilder {
  public static func buildBlock(_ s: AppShortcut...) -> [AppShortcut] { s }
}
public protocol AppShortcutsProvider: Sendable { @AppShortcutsBuilder static var appShortcuts: [AppShortcut] { get } }
extension AppShortcutsProvider { public static func updateAppShortcutParameters() {} }

public final class AppDependencyManager: @unchecked Sendable {
  public static let shared = AppDependencyManager()
  var made: [ObjectIdentifier: () -> Any] = [:]
  public func add<D: Sendable>(key: AnyHashable? = nil, dependency: @autoclosure @escaping () -> D) {
    made[ObjectIdentifier(D.self)] = dependency
  }
}
@propertyWrapper public struct AppDependency<Value: Sendable>: Sendable {
  public init(key: AnyHashable? = nil) {}
  public var wrappedValue: Value { AppDependencyManager.shared.made[ObjectIdentifier(Value.self)]!() as! Value }
}
