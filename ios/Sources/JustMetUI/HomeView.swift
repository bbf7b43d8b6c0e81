#if canImport(SwiftUI)
  import JustMetKit
  import SwiftUI

  /// What is due, then whom one met lately.
  struct HomeView: View {
    let screens: Screens
    let app: AppModel
    @State private var path: [String] = []
    @State private var isCapturing = false
    @State private var showsAllDue = false
    @State private var aside: Aside?

    /// What is reached from the menu.
    private enum Aside: String, Identifiable {
      case settings, backup, offer
      var id: Self { self }
    }

    private var model: HomeModel { screens.home }

    var body: some View {
      NavigationStack(path: $path) {
        content
          .navigationTitle("JustMet")
          .navigationDestination(for: String.self) { ContactView(model: screens.contact($0)) }
          .safeAreaInset(edge: .bottom) { bottom }
          .toolbar {
            ToolbarItem(placement: .primaryAction) {
              Menu("More", systemImage: "ellipsis.circle") {
                Button("Backup", systemImage: "externaldrive") { aside = .backup }
                Button("Settings", systemImage: "gearshape") { aside = .settings }
              }
            }
          }
      }
      .sheet(item: $aside) { aside in
        NavigationStack {
          switch aside {
          case .settings: SettingsView(model: screens.settings())
          case .backup: BackupView(model: screens.backup())
          case .offer: OfferView(model: screens.offer())
          }
        }
      }
      .sheet(isPresented: $isCapturing) {
        NavigationStack { CaptureView(model: screens.capture) }
      }
      .onChange(of: app.destination, initial: true) { follow() }
      .later(model.state.later) { followUp, until in
        await model.act(followUp, .snooze(until: until))
      } pick: {
        model.pickDay($0)
      } close: {
        model.closeLater()
      }
      .day(model.state.picksDay) { followUp, until in
        await model.act(followUp, .snooze(until: until))
      } close: {
        model.closeDay()
      }
    }

    @ViewBuilder private var content: some View {
      if let screen = model.state.screen {
        List {
          notices
          if let found = model.state.found {
            results(found)
          } else if model.state.isEmpty {
            empty
          } else {
            today(screen)
            recent
          }
        }
        .listStyle(.insetGrouped)
        .searchable(text: query, prompt: "Search")
        .refreshable { await model.load() }
        .task(id: screen.inbox.map(\.followUp)) { await model.seen() }
      } else if let trouble = model.state.trouble {
        TroubleView(
          trouble: trouble, files: app.files, salvage: { await app.salvage() }, retry: { await model.load() })
      } else {
        Loading()
      }
    }

    private var query: Binding<String> {
      Binding(get: { @MainActor in model.state.query }, set: { @MainActor in model.search($0) })
    }

    // MARK: what there is to say

    @ViewBuilder private var notices: some View {
      if let hint = model.reminding.hint {
        Section {
          Text(hint)
          Button("Do not show again") { model.reminding.dismissHint() }
        }
      }
      if let offer = model.state.offer {
        Section {
          Text(offer)
          Button("Look at them") { aside = .offer }
        }
      }
      if let fault = model.reminding.fault {
        Section { Label(fault, systemImage: "bell.slash") }
      }
      if let trouble = model.state.trouble {
        Section { Label(trouble.explanation, systemImage: "exclamationmark.triangle") }
      }
    }

    @ViewBuilder private var empty: some View {
      Section {
        Text("Whom did you just meet?")
        Button("Priya, Acme, prefers WhatsApp 514 555 0142, slides, Tue") { isCapturing = true }
      }
    }

    // MARK: what is due

    private func today(_ screen: HomeScreen) -> some View {
      let shown = showsAllDue ? screen.inbox : Array(screen.inbox.prefix(6))
      let more = screen.inbox.count - shown.count
      return Section("Today") {
        if screen.inbox.isEmpty { Text(screen.nothingDue).foregroundStyle(.secondary) }
        ForEach(shown, id: \.followUp.id) { row in
          InboxRowView(row: row, model: model) { path.append(row.contact.id) }
        }
        if more > 0 {
          Button("\(more + Int(screen.moreDue)) more") { showsAllDue = true }
        } else if screen.moreDue > 0 {
          Text("\(Int(screen.moreDue)) more").foregroundStyle(.secondary)
        }
      }
    }

    // MARK: whom one met

    @ViewBuilder private var recent: some View {
      ForEach(model.state.groups) { group in
        Section {
          ForEach(group.rows, id: \.id) { ContactRowView(row: $0) }
        } header: {
          if let heading = group.heading {
            Text(heading)
          } else {
            Text("Recently met")
          }
        }
      }
      if model.state.hasMore {
        ProgressView().task { await model.more() }
      }
    }

    @ViewBuilder private func results(_ found: SearchResult) -> some View {
      Section {
        ForEach(found.notes, id: \.self) { Text($0).foregroundStyle(.secondary) }
        ForEach(found.hits, id: \.row.id) { hit in
          ContactRowView(row: hit.row, hit: hit)
          if let text = hit.foundIn {
            Text(AttributedString(text.label + ": ") + AttributedString(text.text.pieces(text.found)))
              .font(.footnote)
              .foregroundStyle(.secondary)
          }
        }
        if let offer = found.add {
          Button(offer.label) {
            screens.capture.carry(offer.line)
            model.search("")
            isCapturing = true
          }
        }
      }
    }

    // MARK: the bottom

    private var bottom: some View {
      VStack {
        if let said = model.state.said {
          SaidBar(said: said, undo: { await model.undo() }, dismiss: { model.dismissSaid() })
        }
        Button {
          isCapturing = true
        } label: {
          Label("Add someone", systemImage: "plus").frame(maxWidth: .infinity, minHeight: 44)
        }
        .buttonStyle(.borderedProminent)
      }
      .padding(.horizontal, 16)
      .background(.bar)
    }

    /// Where an intent or a notification wants to go.
    private func follow() {
      guard let destination = app.destination else { return }
      app.destination = nil
      switch destination {
      case .capture(let line):
        if !line.isEmpty { screens.capture.carry(line) }
        isCapturing = true
      case .contact(let id):
        isCapturing = false
        path = [id]
      }
    }
  }
#endif
