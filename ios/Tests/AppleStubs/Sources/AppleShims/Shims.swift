// Names that live in Foundation/CoreFoundation on Apple platforms and are missing from Foundation on Linux (Swift 6.0.3).
@_exported import Foundation

public typealias OSStatus = Int32
public typealias CFString = String  // toll-free bridging: `kSecClass as String` and `query as CFDictionary` compile
public typealias CFDictionary = [String: Any]
public typealias CFTypeRef = AnyObject
public typealias CFBoolean = Bool
public typealias CFData = Data
public let kCFBooleanTrue: CFBoolean! = true
public let kCFBooleanFalse: CFBoolean! = false

extension String {
  /// Foundation's `String.LocalizationValue`. Here the key itself is the text.
  public struct LocalizationValue: ExpressibleByStringInterpolation, Equatable, Sendable {
    public var _text: String
    public init(_ value: String) { _text = value }
    public init(stringLiteral value: String) { _text = value }
    public init(stringInterpolation i: StringInterpolation) { _text = i.text }
    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
      var text = ""
      public init(literalCapacity: Int, interpolationCount: Int) {}
      public mutating func appendLiteral(_ s: String) { text += s }
      public mutating func appendInterpolation(_ v: String) { text += v }
      public mutating func appendInterpolation(_ v: Substring) { text += v }
      public mutating func appendInterpolation<T: BinaryInteger>(_ v: T) { text += "\(v)" }
      public mutating func appendInterpolation<T: BinaryFloatingPoint>(_ v: T) { text += "\(v)" }
      public mutating func appendInterpolation<F: FormatStyle>(_ v: F.FormatInput, format: F)
      where F.FormatOutput == String { text += format.format(v) }
    }
  }
  public init(
    localized key: String.LocalizationValue, table: String? = nil, bundle: Bundle? = nil, locale: Locale = .current,
    comment: StaticString? = nil
  ) { self = key._text }
  public init(localized resource: LocalizedStringResource) { self = resource._text }
}

public struct LocalizedStringResource: ExpressibleByStringInterpolation, Equatable, Sendable {
  public let key: String
  public var defaultValue: String.LocalizationValue
  public var locale: Locale
  public let table: String?
  public var _text: String { defaultValue._text }
  public init(stringLiteral value: String) { self.init(.init(value)) }
  public init(stringInterpolation i: String.LocalizationValue.StringInterpolation) {
    self.init(.init(stringInterpolation: i))
  }
  public init(
    _ keyAndValue: String.LocalizationValue, table: String? = nil, locale: Locale = .current,
    comment: StaticString? = nil
  ) {
    key = keyAndValue._text
    defaultValue = keyAndValue
    self.locale = locale
    self.table = table
  }
  public init(
    _ key: StaticString, defaultValue: String.LocalizationValue, table: String? = nil, locale: Locale = .current,
    comment: StaticString? = nil
  ) {
    self.key = "\(key)"
    self.defaultValue = defaultValue
    self.locale = locale
    self.table = table
  }
}

extension URL {
  public static var applicationSupportDirectory: URL {
    FileManager.default.urls(for: .applicationSupportDirectory, in: .userDomainMask)[0]
  }
  public static var cachesDirectory: URL { FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask)[0] }
  public static var documentsDirectory: URL {
    FileManager.default.urls(for: .documentDirectory, in: .userDomainMask)[0]
  }
}

extension URL {
  /// A file of another app is readable only between these two.
  public func startAccessingSecurityScopedResource() -> Bool { true }
  public func stopAccessingSecurityScopedResource() {}
}

// Darwin
public func clock_gettime_nsec_np(_ clock: clockid_t) -> UInt64 {
  var time = timespec()
  clock_gettime(clock, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
/// Knows one name.
public func sysctlbyname(
  _ name: String, _ old: UnsafeMutableRawPointer?, _ size: UnsafeMutablePointer<Int>?,
  _ new: UnsafeMutableRawPointer?, _ newSize: Int
) -> Int32 {
  guard name == "kern.bootsessionuuid", let size else { return -1 }
  let text = Array("8B7C3E0A-5D1F-4C2B-9A66-0F1E2D3C4B5A".utf8CString)
  if let old {
    guard size.pointee >= text.count else { return -1 }
    text.withUnsafeBytes { old.copyMemory(from: $0.baseAddress!, byteCount: text.count) }
  }
  size.pointee = text.count
  return 0
}
