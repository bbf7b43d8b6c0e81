// Layout and the attributes of text: a layout is given sizes by a test, nothing is drawn.
import Foundation

public struct ProposedViewSize: Equatable, Sendable {
  public var width: CGFloat?, height: CGFloat?
  public static let zero = ProposedViewSize(width: 0, height: 0),
    unspecified = ProposedViewSize(width: nil, height: nil)
  public init(width: CGFloat?, height: CGFloat?) { (self.width, self.height) = (width, height) }
}
public struct UnitPoint: Hashable, Sendable {
  public var x: CGFloat, y: CGFloat
  public static let topLeading = UnitPoint(x: 0, y: 0), center = UnitPoint(x: 0.5, y: 0.5)
  public init(x: CGFloat, y: CGFloat) { (self.x, self.y) = (x, y) }
}
public final class _StubPlaced {
  public var frames: [Int: CGRect] = [:]
  public init() {}
}
public struct LayoutSubview {
  let size: (ProposedViewSize) -> CGSize, placed: (CGRect) -> Void
  public func sizeThatFits(_ proposal: ProposedViewSize) -> CGSize { size(proposal) }
  public func place(at position: CGPoint, anchor: UnitPoint = .topLeading, proposal: ProposedViewSize) {
    placed(CGRect(origin: position, size: size(proposal)))
  }
}
public struct LayoutSubviews: RandomAccessCollection {
  let all: [LayoutSubview]
  public var startIndex: Int { 0 }
  public var endIndex: Int { all.count }
  public subscript(index: Int) -> LayoutSubview { all[index] }
  /// Views that want these sizes where they are offered more, and wrap where they are offered less width.
  public init(_stub sizes: [CGSize], _ placed: _StubPlaced) {
    all = sizes.enumerated().map { i, s in
      LayoutSubview(
        size: { p in
          guard let w = p.width, w < s.width else { return s }
          return CGSize(width: w, height: s.height * (s.width / w).rounded(.up))
        }, placed: { placed.frames[i] = $0 })
    }
  }
}
public protocol Animatable {}
public protocol Layout: Animatable, Sendable {
  typealias Subviews = LayoutSubviews
  associatedtype Cache = Void
  func makeCache(subviews: Subviews) -> Cache
  func sizeThatFits(proposal: ProposedViewSize, subviews: Subviews, cache: inout Cache) -> CGSize
  func placeSubviews(in bounds: CGRect, proposal: ProposedViewSize, subviews: Subviews, cache: inout Cache)
}
extension Layout where Cache == Void { public func makeCache(subviews: Subviews) {} }
extension Layout {
  @MainActor public func callAsFunction<V: View>(@ViewBuilder _ content: () -> V) -> some View {
    _LayoutRoot(name: "\(Self.self)", _kids: content())
  }
}
struct _LayoutRoot: View, _PrimitiveView {
  let name: String, _kids: any View
  func _resolve(_ c: _StubContext) -> [StubNode] { [StubNode(name, "", c.resolve(_kids))] }
}

extension AttributeScopes {
  public struct SwiftUIAttributes: AttributeScope {
    public let foregroundColor: ForegroundColorAttribute, backgroundColor: BackgroundColorAttribute
    public let underlineStyle: UnderlineStyleAttribute
    public enum UnderlineStyleAttribute: AttributedStringKey {
      public typealias Value = Text.LineStyle
      public static let name = "SwiftUI.UnderlineStyle"
    }
    public enum ForegroundColorAttribute: AttributedStringKey {
      public typealias Value = Color
      public static let name = "SwiftUI.ForegroundColor"
    }
    public enum BackgroundColorAttribute: AttributedStringKey {
      public typealias Value = Color
      public static let name = "SwiftUI.BackgroundColor"
    }
  }
  public var swiftUI: SwiftUIAttributes.Type { SwiftUIAttributes.self }
}
extension AttributeDynamicLookup {
  public subscript<T: AttributedStringKey>(dynamicMember keyPath: KeyPath<AttributeScopes.SwiftUIAttributes, T>) -> T {
    self[T.self]
  }
}
