#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI

  /// The whole app: the screens of an open core, or what keeps it from opening.
  public struct RootView: View {
    private let model: AppModel
    @Environment(\.scenePhase) private var phase

    public init(model: AppModel) { self.model = model }

    public var body: some View {
      Group {
        switch model.state {
        case .opening: Loading()
        case .open(let screens): HomeView(screens: screens, app: model)
        case .unopened(let trouble):
          TroubleView(
            trouble: trouble, files: model.files, salvage: { await model.salvage() }, isSalvaging: model.isSalvaging,
            beginAnew: { await model.beginAnew() }, retry: { await model.refresh() })
        }
      }
      .task { await model.refresh() }
      .onChange(of: phase) {
        // Also where the core is not open yet: before the first unlock after a restart it cannot be.
        if phase == .active { Task { await model.refresh() } }
      }
    }
  }

  /// Nothing for 150 ms, then that something is coming: most of the time it is there before.
  struct Loading: View {
    @State private var isLate = false

    var body: some View {
      Group {
        if isLate { ProgressView() } else { Color.clear }
      }
      .task {
        try? await Task.sleep(for: .milliseconds(150))
        isLate = true
      }
    }
  }
#endif
