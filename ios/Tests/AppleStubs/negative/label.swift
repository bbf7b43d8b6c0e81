// EXPECT: error:
import SwiftUI

struct V: View {
  @State var on = false
  var body: some View { Toggle("x", isOn: on) }
}
