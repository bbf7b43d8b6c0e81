import UIKit
import UniformTypeIdentifiers

extension View {
  // MARK: presentation
  public func sheet<Content: View>(
    isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping () -> Content
  ) -> some View { _presented("sheet", isPresented, onDismiss: onDismiss) { [content()] } }
  public func sheet<Item: Identifiable, Content: View>(
    item: Binding<Item?>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping (Item) -> Content
  ) -> some View {
    _presented(
      "sheet", Binding(_get: { item.wrappedValue != nil }, _set: { if !$0 { item.wrappedValue = nil } }),
      onDismiss: onDismiss
    ) { [content(item.wrappedValue!)] }
  }
  public func fullScreenCover<Content: View>(
    isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping () -> Content
  ) -> some View { _presented("fullScreenCover", isPresented, onDismiss: onDismiss) { [content()] } }
  public func popover<Content: View>(isPresented: Binding<Bool>, @ViewBuilder content: @escaping () -> Content)
    -> some View
  { _presented("popover", isPresented) { [content()] } }
  public func alert<A: View>(_ titleKey: LocalizedStringKey, isPresented: Binding<Bool>, @ViewBuilder actions: () -> A)
    -> some View
  {
    let a = actions()
    return _presented("alert", isPresented, titleKey.text, closesOnAction: true) { [a] }
  }
  public func alert<A: View, M: View>(
    _ titleKey: LocalizedStringKey, isPresented: Binding<Bool>, @ViewBuilder actions: () -> A,
    @ViewBuilder message: () -> M
  ) -> some View {
    let (a, m) = (actions(), message())
    return _presented("alert", isPresented, titleKey.text, closesOnAction: true) { [m, a] }
  }
  public func alert<A: View, T>(
    _ titleKey: LocalizedStringKey, isPresented: Binding<Bool>, presenting data: T?,
    @ViewBuilder actions: @escaping (T) -> A
  ) -> some View {
    _presented("alert", isPresented, titleKey.text, closesOnAction: true) { data.map { [actions($0)] } ?? [] }
  }
  public func alert<A: View, M: View, T>(
    _ titleKey: LocalizedStringKey, isPresented: Binding<Bool>, presenting data: T?,
    @ViewBuilder actions: @escaping (T) -> A, @ViewBuilder message: @escaping (T) -> M
  ) -> some View {
    _presented("alert", isPresented, titleKey.text, closesOnAction: true) {
      data.map { [message($0), actions($0)] } ?? []
    }
  }
  public func alert<E: LocalizedError, A: View>(isPresented: Binding<Bool>, error: E?, @ViewBuilder actions: () -> A)
    -> some View
  {
    let a = actions()
    return _presented("alert", isPresented, error?.errorDescription ?? "", closesOnAction: true) { [a] }
  }
  public func confirmationDialog<A: View>(
    _ titleKey: LocalizedStringKey, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic,
    @ViewBuilder actions: () -> A
  ) -> some View {
    let a = actions()
    return _presented("confirmationDialog", isPresented, titleKey.text, closesOnAction: true) { [a] }
  }
  public func confirmationDialog<A: View, M: View>(
    _ titleKey: LocalizedStringKey, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic,
    @ViewBuilder actions: () -> A, @ViewBuilder message: () -> M
  ) -> some View {
    let (a, m) = (actions(), message())
    return _presented("confirmationDialog", isPresented, titleKey.text, closesOnAction: true) { [m, a] }
  }
  public func confirmationDialog<A: View, T>(
    _ titleKey: LocalizedStringKey, isPresented: Binding<Bool>, titleVisibility: Visibility = .automatic,
    presenting data: T?, @ViewBuilder actions: @escaping (T) -> A
  ) -> some View {
    _presented("confirmationDialog", isPresented, titleKey.text, closesOnAction: true) {
      data.map { [actions($0)] } ?? []
    }
  }
  /// Here a chooser is a field: a path that is typed into it is the file that is chosen.
  public func fileImporter(
    isPresented: Binding<Bool>, allowedContentTypes: [UTType], onCompletion: @escaping (Result<URL, any Error>) -> Void
  ) -> some View {
    _mod(
      "fileImporter", nil,
      extra: { _ in
        guard isPresented.wrappedValue else { return [] }
        var n = StubNode("fileImporter", allowedContentTypes.map(\.identifier).joined(separator: " "))
        n.setText = { path in
          isPresented.wrappedValue = false
          onCompletion(
            path.isEmpty ? .failure(CocoaError(.fileReadNoPermission)) : .success(URL(fileURLWithPath: path)))
        }
        return [n]
      })
  }
  public func presentationDetents(_ detents: Set<PresentationDetent>) -> some View { _mod("presentationDetents") }
  public func presentationDetents(_ detents: Set<PresentationDetent>, selection: Binding<PresentationDetent>)
    -> some View
  { _mod("presentationDetents") }
  public func presentationDragIndicator(_ visibility: Visibility) -> some View { _mod("presentationDragIndicator") }
  public func interactiveDismissDisabled(_ isDisabled: Bool = true) -> some View { _mod("interactiveDismissDisabled") }

  // MARK: navigation, toolbar, search
  public func navigationTitle(_ titleKey: LocalizedStringKey) -> some View { _mod("navigationTitle", titleKey.text) }
  public func navigationTitle(_ title: Text) -> some View { _mod("navigationTitle", title.text) }
  @_disfavoredOverload public func navigationTitle<S: StringProtocol>(_ title: S) -> some View {
    _mod("navigationTitle", String(title))
  }
  public func navigationBarTitleDisplayMode(_ displayMode: NavigationBarItem.TitleDisplayMode) -> some View {
    _mod("navigationBarTitleDisplayMode")
  }
  public func navigationBarBackButtonHidden(_ hidesBackButton: Bool = true) -> some View {
    _mod("navigationBarBackButtonHidden")
  }
  public func navigationDestination<D: Hashable, C: View>(
    for data: D.Type, @ViewBuilder destination: @escaping (D) -> C
  ) -> some View {
    _mod(
      "navigationDestination", nil,
      live: { c in c.host.destinations[ObjectIdentifier(D.self)] = { AnyView(destination($0 as! D)) } })
  }
  public func navigationDestination<V: View>(isPresented: Binding<Bool>, @ViewBuilder destination: () -> V) -> some View
  {
    let d = destination()
    return _presented("pushed", isPresented) { [d] }
  }
  public func navigationDestination<D: Hashable, C: View>(
    item: Binding<D?>, @ViewBuilder destination: @escaping (D) -> C
  ) -> some View {
    _presented("pushed", Binding(_get: { item.wrappedValue != nil }, _set: { if !$0 { item.wrappedValue = nil } })) {
      [destination(item.wrappedValue!)]
    }
  }
  public func toolbar<Content: ToolbarContent>(@ToolbarContentBuilder content: () -> Content) -> some View {
    let items = content()._items
    return _mod(
      "toolbar", nil,
      extra: { c in
        items.enumerated().map { i, t in StubNode("toolbar.\(t.placement)", "", c.at("tb\(i)").resolve(t.v)) }
      })
  }
  public func toolbar<Content: View>(@ViewBuilder content: () -> Content) -> some View {
    let v = content()
    return _mod("toolbar", nil, extra: { c in [StubNode("toolbar.automatic", "", c.at("tb").resolve(v))] })
  }
  public func toolbar(_ visibility: Visibility, for bars: ToolbarPlacement...) -> some View {
    _mod("toolbarVisibility")
  }
  public func searchable(text: Binding<String>, placement: SearchFieldPlacement = .automatic, prompt: Text? = nil)
    -> some View
  { _search(text, prompt?.text) }
  public func searchable(
    text: Binding<String>, placement: SearchFieldPlacement = .automatic, prompt: LocalizedStringKey
  ) -> some View { _search(text, prompt.text) }
  public func searchable(
    text: Binding<String>, isPresented: Binding<Bool>, placement: SearchFieldPlacement = .automatic,
    prompt: LocalizedStringKey
  ) -> some View { _search(text, prompt.text) }
  func _search(_ text: Binding<String>, _ prompt: String?) -> some View {
    _mod(
      "searchable", nil,
      extra: { _ in
        var n = StubNode("SearchField", prompt ?? "Search")
        n.modifiers = [("value", text.wrappedValue)]
        n.setText = { text.wrappedValue = $0 }
        return [n]
      })
  }
  public func searchSuggestions<S: View>(@ViewBuilder _ suggestions: () -> S) -> some View { _mod("searchSuggestions") }
  public func tabItem<V: View>(@ViewBuilder _ label: () -> V) -> some View {
    let l = label()
    return _mod("tabItem", nil, extra: { c in [StubNode("tabItem", "", c.at("ti").resolve(l))] })
  }
  public func tag<V: Hashable>(_ tag: V) -> some View { _mod("tag", tag) }
  public func badge(_ count: Int) -> some View { _mod("badge", count) }
  public func badge(_ label: Text?) -> some View { _mod("badge", label?.text) }

  // MARK: lists
  public func swipeActions<T: View>(
    edge: HorizontalEdge = .trailing, allowsFullSwipe: Bool = true, @ViewBuilder content: () -> T
  ) -> some View {
    let v = content()
    return _mod("swipeActions", nil, extra: { c in [StubNode("swipe.\(edge)", "", c.at("sw").resolve(v))] })
  }
  public func contextMenu<M: View>(@ViewBuilder menuItems: () -> M) -> some View {
    let v = menuItems()
    return _mod("contextMenu", nil, extra: { c in [StubNode("contextMenu", "", c.at("cm").resolve(v))] })
  }
  public func refreshable(action: @escaping @Sendable () async -> Void) -> some View {
    _mod("refreshable", nil, edit: { $0.asyncAction = action })
  }
  public func listStyle<S: ListStyle>(_ style: S) -> some View { _mod("listStyle") }
  public func listRowSeparator(_ visibility: Visibility, edges: Edge.Set = .all) -> some View {
    _mod("listRowSeparator")
  }
  public func listRowBackground<V: View>(_ view: V?) -> some View { _mod("listRowBackground") }
  public func listRowInsets(_ insets: EdgeInsets?) -> some View { _mod("listRowInsets") }
  public func headerProminence(_ prominence: Prominence) -> some View { _mod("headerProminence") }
  public func scrollContentBackground(_ visibility: Visibility) -> some View { _mod("scrollContentBackground") }
  public func scrollDismissesKeyboard(_ mode: ScrollDismissesKeyboardMode) -> some View {
    _mod("scrollDismissesKeyboard")
  }

  // MARK: lifecycle
  public func onAppear(perform action: (() -> Void)? = nil) -> some View {
    _mod("onAppear", nil, live: { c in if c.host.appeared.insert(c.path).inserted { action?() } })
  }
  /// Called when the sheet that it is in was closed.
  public func onDisappear(perform action: (() -> Void)? = nil) -> some View {
    _mod("onDisappear", nil, live: { c in c.host.leaving[c.path] = action })
  }
  public func task(
    priority: TaskPriority = .userInitiated, @_inheritActorContext _ action: @escaping @Sendable () async -> Void
  ) -> some View { _mod("task", nil, live: { c in c.host.startTasks[c.path] = action }) }
  public func task<T: Equatable>(
    id value: T, priority: TaskPriority = .userInitiated,
    @_inheritActorContext _ action: @escaping @Sendable () async -> Void
  ) -> some View { _mod("task", nil, live: { c in c.host.startTasks[c.path + "=\(value)"] = action }) }
  public func onChange<V: Equatable>(
    of value: V, initial: Bool = false, _ action: @escaping (_ oldValue: V, _ newValue: V) -> Void
  ) -> some View {
    _mod(
      "onChange", nil,
      live: { c in
        let k = c.path + "\(V.self)"
        if let cell = c.host.cells[k], let old = cell.v as? V {
          if old != value {
            cell.v = value
            action(old, value)
          }
        } else {
          c.host.cells[k] = _Cell(value)
          if initial { action(value, value) }
        }
      })
  }
  public func onChange<V: Equatable>(of value: V, initial: Bool = false, _ action: @escaping () -> Void) -> some View {
    onChange(of: value, initial: initial) { _, _ in action() }
  }
  public func onSubmit(of triggers: SubmitTriggers = .text, _ action: @escaping () -> Void) -> some View {
    _mod("onSubmit")
  }
  public func onOpenURL(perform action: @escaping (URL) -> Void) -> some View { _mod("onOpenURL") }
  public func onTapGesture(count: Int = 1, perform action: @escaping () -> Void) -> some View {
    _mod("onTapGesture", nil, edit: { $0.action = action })
  }
  public func environment<V>(_ keyPath: WritableKeyPath<EnvironmentValues, V>, _ value: V) -> some View {
    _mod("environment", nil, env: { $0[keyPath: keyPath] = value })
  }
  public func environment<T: AnyObject & Observable>(_ object: T?) -> some View {
    _mod("environment", nil, env: { $0.objects[ObjectIdentifier(T.self)] = object })
  }
  public func id<ID: Hashable>(_ id: ID) -> some View { _mod("id") }
  public func modifier<T: ViewModifier>(_ modifier: T) -> ModifiedContent<Self, T> {
    .init(content: self, modifier: modifier)
  }
  public func disabled(_ disabled: Bool) -> some View {
    _mod("disabled", nil, env: { $0.isEnabled = $0.isEnabled && !disabled })
  }

  // MARK: input
  public func focused<V: Hashable>(_ binding: FocusState<V>.Binding, equals value: V) -> some View { _mod("focused") }
  public func focused(_ condition: FocusState<Bool>.Binding) -> some View { _mod("focused") }
  public func submitLabel(_ submitLabel: SubmitLabel) -> some View { _mod("submitLabel") }
  public func keyboardType(_ type: UIKeyboardType) -> some View { _mod("keyboardType", type.rawValue) }
  public func textContentType(_ textContentType: UITextContentType?) -> some View {
    _mod("textContentType", textContentType?.rawValue)
  }
  public func textInputAutocapitalization(_ autocapitalization: TextInputAutocapitalization?) -> some View {
    _mod("textInputAutocapitalization")
  }
  public func autocorrectionDisabled(_ disable: Bool = true) -> some View { _mod("autocorrectionDisabled") }
  public func textSelection<S: TextSelectability>(_ selectability: S) -> some View { _mod("textSelection") }
  public func sensoryFeedback<T: Equatable>(_ feedback: SensoryFeedback, trigger: T) -> some View {
    _mod("sensoryFeedback")
  }

  // MARK: styles
  public func buttonStyle<S: PrimitiveButtonStyle>(_ style: S) -> some View { _mod("buttonStyle") }
  public func buttonStyle<S: ButtonStyle>(_ style: S) -> some View { _mod("buttonStyle") }
  public func buttonBorderShape(_ shape: ButtonBorderShape) -> some View { _mod("buttonBorderShape") }
  public func controlSize(_ controlSize: ControlSize) -> some View { _mod("controlSize") }
  public func pickerStyle<S: PickerStyle>(_ style: S) -> some View { _mod("pickerStyle") }
  public func datePickerStyle<S: DatePickerStyle>(_ style: S) -> some View { _mod("datePickerStyle") }
  public func textFieldStyle<S: TextFieldStyle>(_ style: S) -> some View { _mod("textFieldStyle") }
  public func labelStyle<S: LabelStyle>(_ style: S) -> some View { _mod("labelStyle") }
  public func toggleStyle<S: ToggleStyle>(_ style: S) -> some View { _mod("toggleStyle") }
  public func formStyle<S: FormStyle>(_ style: S) -> some View { _mod("formStyle") }
  public func labelsHidden() -> some View { _mod("labelsHidden") }
  public func tint<S: ShapeStyle>(_ tint: S?) -> some View { _mod("tint") }
  public func tint(_ tint: Color?) -> some View { _mod("tint") }
  public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { _mod("foregroundStyle") }
  public func background<S: ShapeStyle>(_ style: S) -> some View { _mod("background") }
  public func background<S: ShapeStyle, T: Shape>(_ style: S, in shape: T) -> some View { _mod("background") }
  public func background<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View {
    _mod("background")
  }
  public func overlay<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View {
    let v = content()
    return _mod("overlay", nil, extra: { c in c.at("ov").resolve(v) })
  }
  public func clipShape<S: Shape>(_ shape: S) -> some View { _mod("clipShape") }
  public func contentShape<S: Shape>(_ shape: S) -> some View { _mod("contentShape") }
  public func font(_ font: Font?) -> some View { _mod("font") }
  public func fontWeight(_ weight: Font.Weight?) -> some View { _mod("fontWeight") }
  public func bold(_ isActive: Bool = true) -> some View { _mod("bold") }
  public func italic(_ isActive: Bool = true) -> some View { _mod("italic") }
  public func monospacedDigit() -> some View { _mod("monospacedDigit") }
  public func strikethrough(_ isActive: Bool = true, color: Color? = nil) -> some View { _mod("strikethrough") }
  public func imageScale(_ scale: Image.Scale) -> some View { _mod("imageScale") }
  public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { _mod("multilineTextAlignment") }
  public func lineLimit(_ number: Int?) -> some View { _mod("lineLimit", number) }
  public func lineLimit(_ limit: ClosedRange<Int>) -> some View { _mod("lineLimit") }
  public func lineLimit(_ limit: PartialRangeFrom<Int>) -> some View { _mod("lineLimit") }
  public func minimumScaleFactor(_ factor: CGFloat) -> some View { _mod("minimumScaleFactor") }
  public func dynamicTypeSize(_ size: DynamicTypeSize) -> some View {
    _mod("dynamicTypeSize", nil, env: { $0.dynamicTypeSize = size })
  }
  public func dynamicTypeSize<T: RangeExpression>(_ range: T) -> some View where T.Bound == DynamicTypeSize {
    _mod("dynamicTypeSize")
  }
  public func preferredColorScheme(_ colorScheme: ColorScheme?) -> some View { _mod("preferredColorScheme") }
  public func redacted(reason: RedactionReasons) -> some View { _mod("redacted") }
  public func privacySensitive(_ sensitive: Bool = true) -> some View { _mod("privacySensitive") }

  // MARK: layout
  public func padding(_ insets: EdgeInsets) -> some View { _mod("padding") }
  public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View { _mod("padding") }
  public func padding(_ length: CGFloat) -> some View { _mod("padding") }
  public func frame(width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center) -> some View {
    _mod("frame")
  }
  public func frame(
    minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil,
    idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil, alignment: Alignment = .center
  ) -> some View { _mod("frame") }
  public func fixedSize(horizontal: Bool, vertical: Bool) -> some View { _mod("fixedSize") }
  public func fixedSize() -> some View { _mod("fixedSize") }
  public func layoutPriority(_ value: Double) -> some View { _mod("layoutPriority") }
  public func safeAreaInset<V: View>(
    edge: VerticalEdge, alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> V
  ) -> some View {
    let v = content()
    return _mod("safeAreaInset", nil, extra: { c in c.at("sa").resolve(v) })
  }
  public func ignoresSafeArea() -> some View { _mod("ignoresSafeArea") }
  public func opacity(_ opacity: Double) -> some View { _mod("opacity") }
  public func hidden() -> some View { _mod("hidden", nil, edit: { $0 = StubNode("hidden") }) }
  public func animation<V: Equatable>(_ animation: Animation?, value: V) -> some View { _mod("animation") }
  public func transition(_ t: AnyTransition) -> some View { _mod("transition") }

  // MARK: accessibility
  public func accessibilityLabel(_ label: Text) -> some View { _mod("accessibilityLabel", label.text) }
  public func accessibilityLabel(_ labelKey: LocalizedStringKey) -> some View {
    _mod("accessibilityLabel", labelKey.text)
  }
  @_disfavoredOverload public func accessibilityLabel<S: StringProtocol>(_ label: S) -> some View {
    _mod("accessibilityLabel", String(label))
  }
  public func accessibilityValue(_ valueKey: LocalizedStringKey) -> some View {
    _mod("accessibilityValue", valueKey.text)
  }
  @_disfavoredOverload public func accessibilityValue<S: StringProtocol>(_ value: S) -> some View {
    _mod("accessibilityValue", String(value))
  }
  public func accessibilityHint(_ hintKey: LocalizedStringKey) -> some View { _mod("accessibilityHint", hintKey.text) }
  @_disfavoredOverload public func accessibilityHint<S: StringProtocol>(_ hint: S) -> some View {
    _mod("accessibilityHint", String(hint))
  }
  public func accessibilityIdentifier(_ identifier: String) -> some View { _mod("accessibilityIdentifier", identifier) }
  public func accessibilityHidden(_ hidden: Bool) -> some View {
    _mod(hidden ? "accessibilityHidden" : "accessibilityShown")
  }
  public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View {
    _mod("accessibilityElement", children == .combine ? "combine" : children == .contain ? "contain" : "ignore")
  }
  public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View {
    _mod("accessibilityAddTraits", traits.rawValue)
  }
  public func accessibilityRemoveTraits(_ traits: AccessibilityTraits) -> some View {
    _mod("accessibilityRemoveTraits")
  }
  public func accessibilityHeading(_ level: AccessibilityHeadingLevel) -> some View { _mod("accessibilityHeading") }
  public func accessibilitySortPriority(_ sortPriority: Double) -> some View { _mod("accessibilitySortPriority") }
  public func accessibilityAction(_ actionKind: AccessibilityActionKind = .default, _ handler: @escaping () -> Void)
    -> some View
  { _mod("accessibilityAction") }
  public func accessibilityAction(named nameKey: LocalizedStringKey, _ handler: @escaping () -> Void) -> some View {
    _mod(
      "accessibilityAction", nameKey.text,
      extra: { _ in
        var n = StubNode("accessibilityAction", nameKey.text)
        n.action = handler
        return [n]
      })
  }
  public func accessibilityFocused(_ condition: AccessibilityFocusState<Bool>.Binding) -> some View {
    _mod("accessibilityFocused")
  }
  public func accessibilityAdjustableAction(_ handler: @escaping (AccessibilityAdjustmentDirection) -> Void)
    -> some View
  { _mod("accessibilityAdjustableAction") }
}
