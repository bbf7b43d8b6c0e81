// EXPECT: main actor-isolated
import SwiftUI

struct V: View {
  @State var n = 0
  var body: some View { Text("x") }
  nonisolated func f() { n = 1 }
}
