import AppIntents
import BackgroundTasks
import Security
import SwiftUI
// The stand-ins themselves: an ordinary screen is driven through StubHost, and the systems' rules hold.
import Testing
import UIKit
import UserNotifications

@MainActor @Observable final class StandInModel {
  var people = ["Ada", "Grace"]
  var query = ""
  var loaded = false
  var shown: [String] { query.isEmpty ? people : people.filter { $0.localizedCaseInsensitiveContains(query) } }
  func load() async { loaded = true }
}
enum StandInTone: String, CaseIterable, Identifiable {
  case warm, formal
  var id: Self { self }
}

struct StandInForm: View {
  enum Field: Hashable { case name }
  @Environment(StandInModel.self) private var model
  @Environment(\.dismiss) private var dismiss
  @State private var name = ""
  @State private var tone = StandInTone.warm
  @State private var when = Date(timeIntervalSince1970: 0)
  @FocusState private var focus: Field?
  var body: some View {
    Form {
      Section("Who") {
        TextField("Name", text: $name).focused($focus, equals: .name).textContentType(.name).submitLabel(.done)
          .textInputAutocapitalization(.words)
        Picker("Tone", selection: $tone) { ForEach(StandInTone.allCases) { Text($0.rawValue).tag($0) } }.pickerStyle(
          .segmented)
        DatePicker("When", selection: $when, in: Date.now..., displayedComponents: [.date])
      }
    }
    .toolbar {
      ToolbarItem(placement: .cancellationAction) { Button("Cancel", role: .cancel) { dismiss() } }
      ToolbarItem(placement: .confirmationAction) {
        Button("Save") {
          model.people.append(name)
          dismiss()
        }.disabled(name.isEmpty)
      }
    }
  }
}
struct StandInHome: View {
  @Bindable var model: StandInModel
  @State private var capturing = false
  @State private var toDelete: String?
  @State private var path: [String] = []
  var body: some View {
    NavigationStack(path: $path) {
      List {
        if model.shown.isEmpty { ContentUnavailableView("Nobody yet", systemImage: "person") }
        ForEach(model.shown, id: \.self) { p in
          NavigationLink(p, value: p).swipeActions(edge: .trailing) {
            Button("Delete \(p)", role: .destructive) { toDelete = p }
          }
        }
      }
      .navigationDestination(for: String.self) { Text("About \($0)") }
      .navigationTitle("People").searchable(text: $model.query, prompt: "Find").refreshable { await model.load() }.task
      { await model.load() }
      .toolbar { Button("Add", systemImage: "plus") { capturing = true } }
      .sheet(isPresented: $capturing) { NavigationStack { StandInForm() } }
      .confirmationDialog(
        "Delete?",
        isPresented: Binding(get: { @MainActor in toDelete != nil }, set: { @MainActor in if !$0 { toDelete = nil } }),
        presenting: toDelete
      ) { p in
        Button("Really delete", role: .destructive) { model.people.removeAll { $0 == p } }
      }
    }
    .environment(model)
  }
}

extension ShellTests {
  @MainActor @Suite struct StandInScreens {
    @Test func drive() async throws {
      let m = StandInModel()
      let h = StubHost(StandInHome(model: m))
      await h.settle()
      #expect(m.loaded)
      #expect(h.texts.contains("Ada"))
      try h.tap("Add")
      #expect(throws: StubHost.Failure.self) { try h.tap("Save") }  // disabled while the name is empty
      try h.type("Edsger", into: "Name")
      try h.tap("formal")
      try h.tap("Save")
      #expect(m.people.last == "Edsger")
      #expect(!h.outline.contains("sheet"))
      try h.type("grace", into: "Find")
      #expect(!h.texts.contains("Ada"))
      try h.type("", into: "Find")
      try h.tap("Delete Ada")
      try h.tap("Really delete")
      #expect(m.people == ["Grace", "Edsger"])
      #expect(!h.outline.contains("confirmationDialog"))
      try h.tap("Grace")
      #expect(h.texts.contains("About Grace"))
      #expect(h.unlabelled.isEmpty)
      #expect(
        StubHost(
          Button {
          } label: {
            Image(systemName: "trash")
          }
        ).unlabelled.count == 1)
    }
  }
  @Suite struct StandInServices {
    @Test func notifications() async throws {
      let c = UNUserNotificationCenter.current()
      c._stubReset()
      c._stubNow = { Date(timeIntervalSince1970: 1_700_000_000) }
      #expect(try await c.requestAuthorization(options: [.alert, .sound]))
      for i in 0..<70 {
        let content = UNMutableNotificationContent()
        content.title = "n\(i)"
        var d = Calendar.current.dateComponents(
          [.year, .month, .day, .hour, .minute, .second],
          from: Date(timeIntervalSince1970: 1_700_000_000 + Double(70 - i) * 60))
        d.timeZone = Calendar.current.timeZone
        try await c.add(
          UNNotificationRequest(
            identifier: "\(i)", content: content,
            trigger: UNCalendarNotificationTrigger(dateMatching: d, repeats: false)))
      }
      let p = await c.pendingNotificationRequests()
      #expect(p.count == 64)
      #expect(p.first?.identifier == "6")
      #expect(p.last?.content.title == "n69")
      #expect(c._stubAdvance(to: Date(timeIntervalSince1970: 1_700_000_061)) == ["69"])
      c._stubSwipe("69")
      #expect(await c.deliveredNotifications().isEmpty)
    }
    @Test func keychain() throws {
      _stubKeychainReset()
      let q: [String: Any] = [
        kSecClass as String: kSecClassGenericPassword, kSecAttrService as String: "s", kSecAttrAccount as String: "a",
      ]
      #expect(
        SecItemAdd(q.merging([kSecValueData as String: Data("x".utf8)]) { $1 } as CFDictionary, nil) == errSecSuccess)
      #expect(
        SecItemAdd(q.merging([kSecValueData as String: Data("y".utf8)]) { $1 } as CFDictionary, nil)
          == errSecDuplicateItem)
      var out: CFTypeRef?
      #expect(
        SecItemCopyMatching(
          q.merging([kSecReturnData as String: true, kSecMatchLimit as String: kSecMatchLimitOne]) { $1 }
            as CFDictionary, &out) == errSecSuccess)
      #expect(out as? Data == Data("x".utf8))
      #expect(SecItemDelete(q as CFDictionary) == errSecSuccess)
      #expect(SecItemDelete(q as CFDictionary) == errSecItemNotFound)
    }
    @Test func intents() async throws {
      let r = try await {
        let i = StandInLog()
        i.name = "Ada"
        return try await i.perform()
      }()
      #expect("\(r)".contains("Logged Ada"))
      let ok = StandInShortcuts.appShortcuts.allSatisfy { $0._phrasesOK }
      #expect(ok)
    }
  }
}
struct StandInLog: AppIntent {
  static let title: LocalizedStringResource = "StandInLog a person"
  static var parameterSummary: some ParameterSummary { Summary("StandInLog \(\.$name)") }
  @Parameter(title: "Name") var name: String
  @Parameter(title: "Note") var note: String?
  func perform() async throws -> some IntentResult & ProvidesDialog { .result(dialog: "Logged \(name)\(note ?? "")") }
}
struct StandInShortcuts: AppShortcutsProvider {
  static var appShortcuts: [AppShortcut] {
    AppShortcut(
      intent: StandInLog(), phrases: ["StandInLog a person in \(.applicationName)"], shortTitle: "Log",
      systemImageName: "person")
  }
}
