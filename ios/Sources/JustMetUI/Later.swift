#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI

  extension View {
    /// Asks until when; the day stands beside each choice, and another day is one of them. The dialog is closed before a
    /// choice is carried out.
    func later(
      _ offer: LaterOffer?, choose: @escaping @MainActor (FollowUpCard, String) async -> Void,
      pick: @escaping @MainActor (FollowUpCard) -> Void, close: @escaping @MainActor () -> Void
    ) -> some View {
      let isOpen = Binding(get: { @MainActor in offer != nil }, set: { @MainActor in if !$0 { close() } })
      return confirmationDialog("Later", isPresented: isOpen, titleVisibility: .visible, presenting: offer) { offer in
        ForEach(offer.choices, id: \.until) { choice in
          Button {
            Task { await choose(offer.followUp, choice.until) }
          } label: {
            Text(verbatim: "\(choice.label): \(choice.dueText)")
          }
        }
        Button("Another day") { pick(offer.followUp) }
        Button("Cancel", role: .cancel) { close() }
      }
    }

    /// A day of one's own choice for one that is put off.
    func day(
      _ followUp: FollowUpCard?, choose: @escaping @MainActor (FollowUpCard, String) async -> Void,
      close: @escaping @MainActor () -> Void
    ) -> some View {
      let isOpen = Binding(get: { @MainActor in followUp != nil }, set: { @MainActor in if !$0 { close() } })
      return sheet(isPresented: isOpen) {
        if let followUp { DayPicker(until: { await choose(followUp, $0) }, close: close) }
      }
    }
  }

  private struct DayPicker: View {
    let until: @MainActor (String) async -> Void
    let close: @MainActor () -> Void
    /// Today cannot be chosen: the reminder is put off.
    private let tomorrow: Date
    @State private var day: Date

    init(until: @escaping @MainActor (String) async -> Void, close: @escaping @MainActor () -> Void) {
      (self.until, self.close) = (until, close)
      tomorrow = Calendar.current.date(byAdding: .day, value: 1, to: .now) ?? .now
      _day = State(initialValue: tomorrow)
    }

    var body: some View {
      NavigationStack {
        Form {
          DatePicker("Another day", selection: $day, in: tomorrow..., displayedComponents: [.date])
            .datePickerStyle(.graphical)
        }
        .navigationTitle("Later")
        .navigationBarTitleDisplayMode(.inline)
        .toolbar {
          ToolbarItem(placement: .cancellationAction) { Button("Cancel") { close() } }
          ToolbarItem(placement: .confirmationAction) { Button("Apply") { Task { await until(day.civilDay) } } }
        }
      }
      .presentationDetents([.medium, .large])
    }
  }

  extension Date {
    /// The day on the wall here, as the core reads it: "2026-11-27".
    var civilDay: String {
      var calendar = Calendar(identifier: .gregorian)
      calendar.timeZone = .current
      let parts = calendar.dateComponents([.year, .month, .day], from: self)
      return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }
  }
#endif
