#!/usr/bin/env bash
# What ios/check.sh runs where Swift is.   usage: swift-checks.sh SCRATCH
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$1
swift format lint --strict --recursive --parallel \
  Package.swift App Sources/JustMetKit Sources/JustMetPlatform Sources/JustMetUI \
  Tests/JustMetKitTests Tests/JustMetShellTests Tests/JustMetTestSupport
swift test --enable-code-coverage --scratch-path "$scratch"
Tests/AppleStubs/check-negative.sh "$scratch/debug/Modules"
