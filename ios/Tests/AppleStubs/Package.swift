// swift-tools-version: 6.0
// Stand-ins for the Apple modules that the shell imports, for its tests on Linux. Never part of an app.
import PackageDescription

let modules = ["SwiftUI", "UIKit", "UserNotifications", "BackgroundTasks", "AppIntents", "Security", "UniformTypeIdentifiers"]
let package = Package(
  name: "AppleStubs",
  products: modules.map { .library(name: $0, targets: [$0]) },
  targets: [
    .target(name: "AppleShims"),
    .target(name: "UniformTypeIdentifiers"),
    .target(name: "UIKit", dependencies: ["AppleShims"]),
    .target(
      name: "SwiftUI", dependencies: ["AppleShims", "UIKit", "UniformTypeIdentifiers"],
      linkerSettings: [.unsafeFlags(["-Xlinker", "--allow-shlib-undefined"])]),  // libswiftObservation on Debian
    .target(name: "UserNotifications", dependencies: ["AppleShims"]),
    .target(name: "BackgroundTasks", dependencies: ["AppleShims"]),
    .target(name: "AppIntents", dependencies: ["AppleShims", "SwiftUI"]),
    .target(name: "Security", dependencies: ["AppleShims"]),
  ]
)
