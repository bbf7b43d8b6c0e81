#!/usr/bin/env bash
# Writes the Kotlin, Swift and Python bindings of the core into a build folder; nothing of it is committed.
#   usage: core/bindgen/generate.sh [--test-hooks] [--encryption] [OUT]        OUT defaults to build/bindings
# Bindings are read from the unstripped library of this machine: stripping removes what describes the interface.
set -euo pipefail
features=()
while :; do
  case ${1:-} in
    --test-hooks) features+=(--features justmet-app/test-hooks) ;;
    --encryption) features+=(--features justmet-app/encryption) ;;   # as the phones' apps are built
    *) break ;;
  esac
  shift
done
cd "$(dirname "$0")/../.."
out=${1:-build/bindings}
case $out in /*) ;; *) out=$PWD/$out ;; esac   # the realpath of macOS knows no missing file
target=${CARGO_TARGET_DIR:-target}

cargo build --locked --quiet -p justmet-bindgen --bins
cargo build --locked --quiet -p justmet-app --lib "${features[@]}"
case $(uname -s) in
  Darwin) library=$target/debug/libjustmet_app.dylib ;;
  *) library=$target/debug/libjustmet_app.so ;;
esac

rm -rf "$out"
mkdir -p "$out"
for language in kotlin python; do
  "$target/debug/uniffi-bindgen" generate "$library" --language "$language" --out-dir "$out/$language" --no-format
done
"$target/debug/uniffi-bindgen-swift" "$library" "$out/swift" --swift-sources --headers --modulemap --module-name JustMetCoreFFI
# The library the bindings belong to goes with them: a later build may replace the one in the target folder.
mkdir -p "$out/lib"
cp "$library" "$out/lib/"
ln -s "../lib/$(basename "$library")" "$out/python/"   # Python looks beside the module
echo "bindings and their library: $out"
