// EXPECT: cannot find 'Tab' in scope
import SwiftUI

struct V: View { var body: some View { TabView { Tab("a", systemImage: "x") { Text("x") } } } }
