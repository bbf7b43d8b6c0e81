#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI

  /// What is wrong, what to do about it, and the way to keep a copy of the database.
  struct TroubleView: View {
    let trouble: Trouble
    let files: [URL]
    /// Saves what can be read; none where that is no way on.
    var salvage: (@MainActor () async -> Void)?
    var isSalvaging = false
    /// Begins with an empty database, and leaves the closed one beside it.
    var beginAnew: (@MainActor () async -> Void)?
    let retry: @MainActor () async -> Void

    var body: some View {
      ContentUnavailableView {
        Label(title, systemImage: "externaldrive.badge.exclamationmark")
      } description: {
        if trouble.kind == .keyless {
          Text(
            "Another phone has its key. Make a backup there: it can be restored here once you have begun anew. The closed database stays beside the new one."
          )
        } else {
          Text(trouble.explanation)
        }
      } actions: {
        if isSalvaging { ProgressView() }
        if let salvage, trouble.kind == .damaged {
          Button("Save what can be read") { Task { await salvage() } }
            .buttonStyle(.borderedProminent)
            .disabled(isSalvaging)
        }
        if let beginAnew, trouble.kind == .keyless {
          Button("Begin anew") { Task { await beginAnew() } }.buttonStyle(.borderedProminent)
        }
        Button("Try again") { Task { await retry() } }
          .buttonStyle(.bordered)
          .disabled(isSalvaging)
        if !files.isEmpty {
          ShareLink(items: files) { Label("Export the database", systemImage: "square.and.arrow.up") }
        }
      }
    }

    private var title: LocalizedStringKey {
      switch trouble.kind {
      case .newer: "JustMet is too old for this database"
      case .damaged: "The database is damaged"
      case .locked: "The database is in use"
      case .keyless: "The key of the database is not here"
      default: "The database cannot be opened"
      }
    }
  }
#endif
