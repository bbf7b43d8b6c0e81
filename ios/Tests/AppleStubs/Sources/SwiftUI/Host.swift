// Stub-only: evaluates a view tree to plain nodes and drives it. No layout, no pixels, no real lifecycle.
public struct StubNode {
  public var kind: String, text: String
  public var children: [StubNode] = [], modifiers: [(name: String, value: Any?)] = []
  public var action: (() -> Void)?, asyncAction: (@Sendable () async -> Void)?, setText: ((String) -> Void)?,
    setBool: ((Bool) -> Void)?, enabled = true
  public init(_ kind: String, _ text: String = "", _ children: [StubNode] = []) {
    self.kind = kind
    self.text = text
    self.children = children
  }
  /// The accessibility label if one was set, else the node's text, else its children's text.
  public var label: String {
    if let m = modifiers.last(where: { $0.name == "accessibilityLabel" }) { return m.value as? String ?? "" }
    if kind == "Image" { return "" }  // VoiceOver would read a symbol's file name at best: give it a label
    if !text.isEmpty { return text }
    return children.filter { !$0.has("accessibilityHidden") }.map(\.label).filter { !$0.isEmpty }.joined(
      separator: ", ")
  }
  public func has(_ modifier: String) -> Bool { modifiers.contains { $0.name == modifier } }
  public var all: [StubNode] { [self] + children.flatMap(\.all) }
  public func outline(_ depth: Int = 0) -> String {
    let own = text.isEmpty ? "" : " \"\(text)\""
    let mods = modifiers.filter { $0.value != nil || $0.name.hasPrefix("accessibility") }.map {
      $0.name + ($0.value.map { "(\($0))" } ?? "")
    }.joined(separator: " .")
    return String(repeating: "  ", count: depth) + kind + own + (enabled ? "" : " [disabled]")
      + (mods.isEmpty ? "" : " ." + mods) + "\n" + children.map { $0.outline(depth + 1) }.joined()
  }
}
@MainActor public final class _StubContext {
  let host: StubHost, path: String
  var env: EnvironmentValues
  init(_ host: StubHost, _ path: String, _ env: EnvironmentValues) {
    self.host = host
    self.path = path
    self.env = env
  }
  func at(_ step: String) -> _StubContext { _StubContext(host, path + "/" + step, env) }
  func with(_ f: (inout EnvironmentValues) -> Void) -> _StubContext {
    var e = env
    f(&e)
    return _StubContext(host, path, e)
  }
  func update(_ v: Any, _ tag: String) {
    for c in Mirror(reflecting: v).children {
      (c.value as? any _StubDynamic)?.stubUpdate(self, "\(path)#\(tag)\(type(of: v)).\(c.label ?? "")")
    }
  }
  public func resolve(_ v: any View) -> [StubNode] {
    if let p = v as? any _PrimitiveView { return p._resolve(self) }
    if v is any UIViewControllerRepresentable { return [StubNode("\(type(of: v))")] }
    update(v, "")
    return body(v)
  }
  private func body<V: View>(_ v: V) -> [StubNode] { at("\(V.self)").resolve(v.body) }
}
@MainActor public final class StubHost {
  public enum Failure: Error, CustomStringConvertible {
    case notFound(String, String)
    case disabled(String)
    public var description: String {
      switch self {
      case .notFound(let l, let tree): "no control labelled \"\(l)\" in:\n\(tree)"
      case .disabled(let l): "\"\(l)\" is disabled"
      }
    }
  }
  var destinations: [ObjectIdentifier: (Any) -> AnyView] = [:]
  var cells: [String: _Cell] = [:], root: AnyView, env: EnvironmentValues, pushed: [AnyView] = []
  var leaving: [String: () -> Void] = [:]
  var startTasks: [String: @Sendable () async -> Void] = [:], started: Set<String> = [], appeared: Set<String> = []
  public init<V: View>(_ view: V, environment: (inout EnvironmentValues) -> Void = { _ in }) {
    root = AnyView(view)
    env = EnvironmentValues()
    environment(&env)
    _ = nodes
  }
  public var nodes: [StubNode] {
    var r = _StubContext(self, "", env).resolve(root)
    for (i, p) in pushed.enumerated() {
      var e = env
      e._dismiss = { [weak self] in self?.pushed.removeLast() }
      r.append(StubNode("pushed", "", _StubContext(self, "push\(i)", e).resolve(p)))
    }
    return r
  }
  public var all: [StubNode] { nodes.flatMap(\.all) }
  public var outline: String { nodes.map { $0.outline() }.joined() }
  public var texts: [String] { all.filter { $0.kind == "Text" }.map(\.text) }
  public func find(_ label: String, where ok: (StubNode) -> Bool = { _ in true }) throws -> StubNode {
    guard
      let n = all.last(where: {
        ok($0)
          && ($0.label == label
            || $0.modifiers.contains { $0.name == "accessibilityIdentifier" && $0.value as? String == label })
      })
    else { throw Failure.notFound(label, outline) }
    if !n.enabled { throw Failure.disabled(label) }
    return n
  }
  public func tap(_ label: String) throws { try find(label) { $0.action != nil }.action!() }
  public func type(_ text: String, into label: String) throws { try find(label) { $0.setText != nil }.setText!(text) }
  public func toggle(_ label: String, _ on: Bool) throws { try find(label) { $0.setBool != nil }.setBool!(on) }
  public func refresh() async {
    for n in all where n.has("refreshable") {
      await n.asyncAction?()
      return
    }
  }
  /// Runs every `.task` that has not run yet, until none is left (SwiftUI starts them when the view appears).
  public func settle() async {
    for _ in 0..<20 {
      _ = nodes
      let todo = startTasks.filter { !started.contains($0.key) }
      if todo.isEmpty { break }
      for (k, t) in todo {
        started.insert(k)
        await t()
      }
    }
    for _ in 0..<50 { await Task.yield() }
  }
  /// Buttons, links, toggles and fields VoiceOver would read without a name.
  public var unlabelled: [StubNode] {
    all.filter { n in
      (n.action != nil || n.setText != nil || n.setBool != nil) && n.label.trimmingCharacters(in: .whitespaces).isEmpty
    }
  }
}

struct _Mod<Content: View>: View, _PrimitiveView {
  let content: Content, name: String, value: Any?
  var env: ((inout EnvironmentValues) -> Void)?, extra: ((_StubContext) -> [StubNode])?,
    edit: ((inout StubNode) -> Void)?, live: ((_StubContext) -> Void)?
  func _resolve(_ c: _StubContext) -> [StubNode] {
    let k = c.at(name)
    let d = env.map { k.with($0) } ?? k
    live?(d)
    var nodes = d.resolve(content)
    for i in nodes.indices {
      nodes[i].modifiers.append((name, value))
      edit?(&nodes[i])
    }
    return nodes + (extra?(d) ?? [])
  }
}
extension View {
  func _mod(
    _ name: String, _ value: Any? = nil, env: ((inout EnvironmentValues) -> Void)? = nil,
    extra: ((_StubContext) -> [StubNode])? = nil, edit: ((inout StubNode) -> Void)? = nil,
    live: ((_StubContext) -> Void)? = nil
  ) -> _Mod<Self> {
    _Mod(content: self, name: name, value: value, env: env, extra: extra, edit: edit, live: live)
  }
  func _presented(
    _ kind: String, _ isPresented: Binding<Bool>, _ title: String = "", onDismiss: (() -> Void)? = nil,
    closesOnAction: Bool = false, _ content: @escaping () -> [any View]
  ) -> _Mod<Self> {
    _mod(
      kind, nil,
      extra: { c in
        guard isPresented.wrappedValue else {
          c.host.forget(c.path + "/(" + kind + ")")
          return []
        }
        let close = {
          isPresented.wrappedValue = false
          onDismiss?()
        }
        // No name of a modifier: what one presents is not what stands behind the next.
        let inner = c.at("(" + kind + ")").with {
          $0._dismiss = close
          $0.isPresented = true
        }
        var kids = content().enumerated().flatMap { i, v in inner.at("\(i)").resolve(v) }
        if closesOnAction {
          kids = kids.map { n in
            var n = n
            if let a = n.action {
              n.action = {
                close()
                a()
              }
            }
            return n
          }
        }
        return [StubNode(kind, title, kids)]
      })
  }
}
extension StubHost {
  func forget(_ prefix: String) {
    let gone = leaving.filter { $0.key.hasPrefix(prefix) }
    leaving = leaving.filter { !$0.key.hasPrefix(prefix) }
    gone.values.forEach { $0() }
    cells = cells.filter { !$0.key.hasPrefix(prefix) }
    startTasks = startTasks.filter { !$0.key.hasPrefix(prefix) }
    started = started.filter { !$0.hasPrefix(prefix) }
    appeared = appeared.filter { !$0.hasPrefix(prefix) }
  }
}

extension StubHost {
  /// What stands on the screen, from top to bottom, as text: [button], a field with its content, ( ) for what can be chosen.
  /// It says nothing about where things are or how they look.
  public var picture: String {
    nodes.flatMap { $0.lines }.joined(separator: "\n") + "\n"
  }
}

extension StubNode {
  private func value(_ name: String) -> String? {
    modifiers.last { $0.name == name }.flatMap { $0.value.map { "\($0)" } }
  }

  fileprivate var lines: [String] {
    if has("accessibilityHidden") { return [] }
    switch kind {
    case "Text": return text.isEmpty ? [] : [text]
    case "Image", "swipe.leading", "swipe.trailing", "swipe", "contextMenu": return []
    case "TextField", "SearchField", "TextEditor", "SecureField": return ["\(label): |\(value("value") ?? "")|"]
    case "Toggle": return ["(\(value("value") == "true" ? "x" : " ")) \(label)"]
    case "Picker": return ["\(label): \(value("value") ?? "")"]
    case "Menu": return ["[\(label) …]"]
    case "Label": return [label]
    default: break
    }
    if action != nil { return ["[\(label)]" + (enabled ? "" : " (not yet)")] }
    let inner = children.flatMap(\.lines)
    return kind == "Section" || kind == "sheet" || kind == "pushed" ? [""] + inner : inner
  }
}
