// EXPECT: has no member 'navigatonTitle'
import SwiftUI

struct V: View { var body: some View { Text("x").navigatonTitle("y") } }
