// swift-tools-version: 6.0
// The bindings for Swift, and the conversation held through them. JUSTMET_BINDINGS is the folder that
// core/bindgen/generate.sh wrote, with its test hooks; run.sh lays its files into the source folders below.
import Foundation
import PackageDescription

let library = (ProcessInfo.processInfo.environment["JUSTMET_BINDINGS"] ?? "../../../build/ffi") + "/lib"

let package = Package(
  name: "Conversation",
  targets: [
    .systemLibrary(name: "JustMetCoreFFI"),
    // Language mode 5: what UniFFI 0.32.2 generates is not written for mode 6.
    .target(
      name: "JustMetCore", dependencies: ["JustMetCoreFFI"], swiftSettings: [.swiftLanguageMode(.v5)],
      linkerSettings: [.unsafeFlags(["-L\(library)", "-Xlinker", "-rpath", "-Xlinker", library])]),
    .testTarget(name: "ConversationTests", dependencies: ["JustMetCore"]),
  ]
)
