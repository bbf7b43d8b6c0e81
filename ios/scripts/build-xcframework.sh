#!/usr/bin/env bash
# On a Mac with Xcode and rustup: builds the core for iPhones and the simulator, writes its Swift bindings, and makes
# build/JustMetCoreFFI.xcframework of it.
#   usage: scripts/build-xcframework.sh [debug|shipping]        shipping is the default: small, as the library is for phones
# With DRY_RUN=1 it prints the commands and runs none, anywhere. INTEL_SIM=1 adds the simulator of Intel Macs.
set -euo pipefail
cd "$(dirname "$0")/.."
profile=${1:-shipping}
case $profile in
  debug) flags=() ;;
  shipping) flags=(--profile shipping) ;;
  *) echo "usage: $0 [debug|shipping]" >&2; exit 2 ;;
esac
run() {
  if [ -n "${DRY_RUN:-}" ]; then
    printf '%q ' "$@"
    echo
  else
    "$@"
  fi
}
for tool in cargo rustup xcodebuild lipo; do
  [ -n "${DRY_RUN:-}" ] || command -v "$tool" >/dev/null || { echo "missing: $tool" >&2; exit 1; }
done
export IPHONEOS_DEPLOYMENT_TARGET=17.0
workspace=$(cd .. && pwd)
target=${CARGO_TARGET_DIR:-$workspace/target}
device=aarch64-apple-ios
simulators=(aarch64-apple-ios-sim)
[ -z "${INTEL_SIM:-}" ] || simulators+=(x86_64-apple-ios)
library() { echo "$target/$1/$profile/libjustmet_app.a"; }

run rustup target add "$device" "${simulators[@]}"
for triple in "$device" "${simulators[@]}"; do
  # Only the static library: the shared one would ask Apple's linker for a signature it does not need.
  run cargo rustc --locked --manifest-path ../Cargo.toml -p justmet-app --lib --features encryption ${flags[@]+"${flags[@]}"} \
    --target "$triple" --crate-type staticlib
done

# Bindings are read from the unstripped library of this Mac; they are the same for every target.
run ../core/bindgen/generate.sh --encryption "$PWD/build/bindings"
headers=build/headers/JustMetCoreFFI
run rm -rf build/headers build/JustMetCoreFFI.xcframework
run mkdir -p "$headers" build/simulator Sources/JustMetCore
for header in JustMetCoreFFI.h JustMetDomainFFI.h; do run cp "build/bindings/swift/$header" "$headers/"; done
# In a folder of its own, so that another framework's module map can lie beside it.
run cp scripts/xcframework.modulemap "$headers/module.modulemap"
for source in JustMetCore.swift JustMetDomain.swift; do run cp "build/bindings/swift/$source" Sources/JustMetCore/; done

simulator=$(library "${simulators[0]}")
if [ ${#simulators[@]} -gt 1 ]; then
  simulator=build/simulator/libjustmet_app.a
  run lipo -create "$(library "${simulators[0]}")" "$(library "${simulators[1]}")" -output "$simulator"
fi
run xcodebuild -create-xcframework -library "$(library "$device")" -headers build/headers \
  -library "$simulator" -headers build/headers -output build/JustMetCoreFFI.xcframework
