// swift-tools-version: 6.0
// On Apple's systems the core is the XCFramework that scripts/build-xcframework.sh makes. On Linux it is the shared
// library in JUSTMET_BINDINGS, the folder that core/bindgen/generate.sh wrote, and Apple's frameworks are the stand-ins
// of Tests/AppleStubs: what compiles against those is compiled and driven, not built for iOS.
import Foundation
import PackageDescription

#if os(Linux)
  let bindings = ProcessInfo.processInfo.environment["JUSTMET_BINDINGS"] ?? "../build/bindings"
  let core = Target.systemLibrary(name: "JustMetCoreFFI")
  // Debian's libswiftObservation leaves a symbol of the runtime unresolved, which nothing here calls.
  let linker: [LinkerSetting] = [
    .unsafeFlags([
      "-L\(bindings)/lib", "-Xlinker", "-rpath", "-Xlinker", "\(bindings)/lib", "-Xlinker", "--allow-shlib-undefined",
    ])
  ]
  let stubs: [Package.Dependency] = [.package(path: "Tests/AppleStubs")]
  func apple(_ modules: String...) -> [Target.Dependency] {
    modules.map { .product(name: $0, package: "AppleStubs") }
  }
#else
  let core = Target.binaryTarget(name: "JustMetCoreFFI", path: "build/JustMetCoreFFI.xcframework")
  let linker: [LinkerSetting] = []
  let stubs: [Package.Dependency] = []
  func apple(_ modules: String...) -> [Target.Dependency] { [] }
#endif

var targets: [Target] = [
  core,
  // Language mode 5: what UniFFI generates is not written for mode 6.
  .target(
    name: "JustMetCore", dependencies: ["JustMetCoreFFI"], swiftSettings: [.swiftLanguageMode(.v5)],
    linkerSettings: linker),
  .target(name: "JustMetKit", dependencies: ["JustMetCore"]),
  .target(
    name: "JustMetPlatform",
    dependencies: ["JustMetKit"] + apple("UserNotifications", "UIKit", "Security", "BackgroundTasks")),
  .target(name: "JustMetUI", dependencies: ["JustMetKit"] + apple("SwiftUI", "UniformTypeIdentifiers")),
  .target(name: "JustMetTestSupport", dependencies: ["JustMetKit"], path: "Tests/JustMetTestSupport"),
  .testTarget(name: "JustMetKitTests", dependencies: ["JustMetKit", "JustMetTestSupport"]),
]

#if os(Linux)
  // The app itself, and tests that drive it, exist as targets only beside the stand-ins: on a Mac the app is Xcode's.
  targets += [
    .executableTarget(
      name: "JustMetApp",
      dependencies: ["JustMetUI", "JustMetPlatform"]
        + apple("SwiftUI", "AppIntents", "UserNotifications", "BackgroundTasks"),
      path: "App/JustMet",
      exclude: [
        "Info.plist", "PrivacyInfo.xcprivacy", "JustMet.entitlements", "Localizable.xcstrings",
        "AppShortcuts.xcstrings",
      ]),
    .testTarget(
      name: "JustMetShellTests",
      dependencies: ["JustMetApp", "JustMetUI", "JustMetPlatform", "JustMetTestSupport"]
        + apple("SwiftUI", "UIKit", "UserNotifications", "Security", "BackgroundTasks", "AppIntents"),
      exclude: ["Pictures"]),
  ]
#endif

let package = Package(
  name: "JustMetShell",
  defaultLocalization: "en",
  platforms: [.iOS(.v17), .macOS(.v14)],
  products: [
    .library(name: "JustMetPlatform", targets: ["JustMetPlatform"]),
    .library(name: "JustMetUI", targets: ["JustMetUI"]),
  ],
  dependencies: stubs,
  targets: targets
)
