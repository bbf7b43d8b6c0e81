#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI

  /// What can be set, and what was learned.
  struct SettingsView: View {
    @State private var model: SettingsModel
    @State private var holiday = Date.now
    @Environment(\.dismiss) private var dismiss

    init(model: SettingsModel) { _model = State(initialValue: model) }

    private var state: SettingsState { model.state }

    var body: some View {
      Form {
        if let trouble = state.trouble {
          Section { Label(trouble.explanation, systemImage: "exclamationmark.triangle") }
        }
        if let settings = state.settings {
          myName
          daysOff(settings)
          deletion
          learned
        }
      }
      .navigationTitle("Settings")
      .navigationBarTitleDisplayMode(.inline)
      .toolbar {
        ToolbarItem(placement: .cancellationAction) { Button("Close") { dismiss() } }
      }
      .task { await model.load() }
    }

    private var myName: some View {
      Section {
        TextField("Your name in messages", text: name).onSubmit { Task { await model.saveName() } }
        if state.isNameChanged { Button("Save") { Task { await model.saveName() } } }
      }
    }

    private var name: Binding<String> {
      Binding(get: { @MainActor in state.name }, set: { @MainActor in model.typeName($0) })
    }

    // MARK: days off

    @ViewBuilder private func daysOff(_ settings: Settings) -> some View {
      Section {
        Toggle("The usual weekend of the region", isOn: isUsual)
        if let weekend = settings.weekend {
          ForEach(0..<7, id: \.self) { day in
            Toggle(Self.name(of: day), isOn: isOff(day, weekend))
          }
        }
      } footer: {
        Text("No reminder without a stated day comes on a day off. What is planned already stays where it is.")
      }
      Section("Further days off") {
        ForEach(settings.holidays, id: \.self) { day in
          HStack {
            Text(verbatim: day)
            Spacer()
            Button {
              Task { await model.removeHoliday(day) }
            } label: {
              Image(systemName: "minus.circle").frame(minWidth: 44, minHeight: 44)
            }
            .buttonStyle(.borderless)
            .accessibilityLabel("Remove \(day)")
          }
        }
        DatePicker("Day", selection: $holiday, displayedComponents: [.date])
        Button("Add") { Task { await model.addHoliday(holiday.civilDay) } }
      }
    }

    /// The system's name of a day, 0 for Monday as the core counts; the system counts from Sunday.
    static func name(of day: Int) -> String { Calendar.current.standaloneWeekdaySymbols[(day + 1) % 7] }

    private var isUsual: Binding<Bool> {
      Binding(
        get: { @MainActor in state.isUsualWeekend },
        set: { @MainActor usual in Task { await model.setWeekend(usual ? nil : [5, 6]) } })
    }

    private func isOff(_ day: Int, _ weekend: Data) -> Binding<Bool> {
      Binding(
        get: { @MainActor in weekend.contains(UInt8(day)) },
        set: { @MainActor isOff in Task { await model.setDayOff(UInt8(day), isOff) } })
    }

    // MARK: the rest

    private var deletion: some View {
      Section {
        Picker("Offer to forget people I never followed up", selection: after) {
          ForEach(state.offers, id: \.label) { Text($0.label).tag($0.months) }
        }
      } footer: {
        Text("Each is offered once, here in the app, and nobody goes without your tap.")
      }
    }

    private var after: Binding<UInt16?> {
      Binding(
        get: { @MainActor in state.settings?.offerDeletionAfterMonths },
        set: { @MainActor months in Task { await model.offerDeletion(after: months) } })
    }

    @ViewBuilder private var learned: some View {
      if let learned = state.learned {
        Section {
          ForEach(learned.rates, id: \.channel) { Text(verbatim: $0.text) }
          if !learned.rates.isEmpty {
            Button("Forget what was learned", role: .destructive) { Task { await model.forgetLearned() } }
          }
        } header: {
          Text("Learned from answers")
        } footer: {
          Text(learned.text)
        }
      }
    }
  }
#endif
