import AppIntents
import JustMetKit

/// "Add a person": who, then how they like to be reached where that was not said.
struct AddPerson: AppIntent {
  static let title: LocalizedStringResource = "Add a person"
  static let description: IntentDescription? = IntentDescription("Keeps whom you just met, and reminds you once.")
  static var parameterSummary: some ParameterSummary { Summary("Add \(\.$line)") }

  @Parameter(title: "Who", requestValueDialog: "Whom did you just meet?") var line: String
  @Parameter(title: "How to reach them") var wish: String?

  @MainActor func perform() async throws -> some IntentResult & ProvidesDialog {
    let model = Shell.shared.model
    var line = line
    if try await model.lacksWish(line) {
      let wish = try await $wish.requestValue("How do they like to be reached?")
      line = AppModel.joined(line, wish: wish ?? "")
    }
    let saved = try await model.add(line)
    return .result(dialog: "\(saved.spoken)")
  }
}

/// Opens the capture screen with the keyboard up, from the lock screen, the Action button or a shortcut.
struct OpenCapture: AppIntent {
  static let title: LocalizedStringResource = "Write someone down"
  static let openAppWhenRun = true

  @MainActor func perform() async throws -> some IntentResult {
    Shell.shared.model.destination = .capture(line: "")
    return .result()
  }
}

struct JustMetShortcuts: AppShortcutsProvider {
  static var appShortcuts: [AppShortcut] {
    AppShortcut(
      intent: AddPerson(),
      phrases: ["Add a person in \(.applicationName)", "Add someone to \(.applicationName)"],
      shortTitle: "Add a person", systemImageName: "person.badge.plus")
    AppShortcut(
      intent: OpenCapture(), phrases: ["Open \(.applicationName) to write someone down"],
      shortTitle: "Write someone down", systemImageName: "square.and.pencil")
  }
}
