// swift-tools-version: 6.0
// On Linux JUSTMET_BINDINGS is the folder that core/bindgen/generate.sh wrote: the core is its shared library.
import Foundation
import PackageDescription

let library = (ProcessInfo.processInfo.environment["JUSTMET_BINDINGS"] ?? "../build/bindings") + "/lib"

// Debian's libswiftObservation leaves a symbol of the runtime unresolved, which nothing here calls.
let linker: [LinkerSetting] = [
  .unsafeFlags(["-L\(library)", "-Xlinker", "-rpath", "-Xlinker", library, "-Xlinker", "--allow-shlib-undefined"])
]

let package = Package(
  name: "JustMetShell",
  platforms: [.iOS(.v17), .macOS(.v14)],
  products: [.library(name: "JustMetKit", targets: ["JustMetKit"])],
  targets: [
    .systemLibrary(name: "JustMetCoreFFI"),
    // Language mode 5: what UniFFI generates is not written for mode 6.
    .target(
      name: "JustMetCore", dependencies: ["JustMetCoreFFI"], swiftSettings: [.swiftLanguageMode(.v5)],
      linkerSettings: linker),
    .target(name: "JustMetKit", dependencies: ["JustMetCore"]),
    .testTarget(name: "JustMetKitTests", dependencies: ["JustMetKit"]),
  ]
)
