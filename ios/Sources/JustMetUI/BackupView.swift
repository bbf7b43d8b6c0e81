#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI
  import UniformTypeIdentifiers

  /// One file that holds everything, and the way back from it.
  struct BackupView: View {
    @State private var model: BackupModel
    @State private var passphrase = ""
    @State private var opening = ""
    @State private var chooses = false
    @Environment(\.dismiss) private var dismiss

    init(model: BackupModel) { _model = State(initialValue: model) }

    private var state: BackupState { model.state }

    var body: some View {
      Form {
        notices
        Section {
          SecureField("Passphrase", text: $passphrase)
          Button("Make a backup") { Task { await model.make(passphrase: passphrase) } }
          Button("Export as text") { Task { await model.export() } }
          if let file = state.file {
            ShareLink(item: file) { Label("Keep the file", systemImage: "square.and.arrow.up") }
          }
        } footer: {
          VStack(alignment: .leading, spacing: 8) {
            Text("With a passphrase nobody else can read the backup. Without one, anybody who has the file can.")
            Text(
              "What is kept here is encrypted with a key of this phone. Another phone opens only a backup: make one before you change phones."
            )
          }
        }
        .disabled(state.isWorking)
        Section {
          Button("Restore from a file") { chooses = true }
          if state.sealed != nil { unsealing }
        } footer: {
          Text("A backup takes the place of everything here; an export is added to it.")
        }
        .disabled(state.isWorking)
        Section {
          Button("Look whether the database is whole") { Task { await model.check() } }
        }
        .disabled(state.isWorking)
      }
      .navigationTitle("Backup")
      .navigationBarTitleDisplayMode(.inline)
      .toolbar {
        ToolbarItem(placement: .cancellationAction) { Button("Close") { dismiss() } }
      }
      .fileImporter(isPresented: $chooses, allowedContentTypes: [.data]) { chosen in
        switch chosen {
        case .success(let file): take(file)
        case .failure(let error): model.refuse(error)
        }
      }
      .onDisappear { model.cancel() }
    }

    @ViewBuilder private var notices: some View {
      if state.isWorking { ProgressView() }
      if let trouble = state.trouble { Label(trouble.explanation, systemImage: "exclamationmark.triangle") }
      if let said = state.said { Label(said, systemImage: "checkmark.circle") }
    }

    @ViewBuilder private var unsealing: some View {
      SecureField("Passphrase of the backup", text: $opening)
      Button("Restore") { Task { await model.restore(passphrase: opening) } }
      Button("Cancel", role: .cancel) { model.cancel() }
    }

    /// A file of another app is readable only between these two.
    private func take(_ file: URL) {
      Task {
        let isGuarded = file.startAccessingSecurityScopedResource()
        await model.take(file)
        if isGuarded { file.stopAccessingSecurityScopedResource() }
      }
    }
  }
#endif
