#!/usr/bin/env bash
# Compiles the app and runs its tests with the core's real library, on a Debian without Android; then the style and the share of lines.
#   usage: android/here/run.sh [BINDINGS]      BINDINGS: what core/bindgen/generate.sh --encryption wrote; written to build/ffi-android where it is left out
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$here/../../build/android-here
missing=()
need() { command -v "$1" >/dev/null || missing+=("$2"); }
need cc build-essential
need javac openjdk-17-jdk-headless
need mvn maven
need aapt aapt
need unzip unzip
need python3 python3
# SQLCipher takes its ciphers from the system's libcrypto.
[ -f /usr/include/openssl/crypto.h ] || missing+=(libssl-dev)
if [ ${#missing[@]} -gt 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update --quiet=2
  apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}" >/dev/null
fi
if [ $# -gt 0 ]; then
  bindings=$(realpath "$1")
else
  bindings=$here/../../build/ffi-android
  # In a folder of its own: the other SQLite would otherwise be built anew each time.
  CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-target}/encrypted" "$here/../../core/bindgen/generate.sh" --encryption "$bindings"
fi
# What was compiled before is on the compiler's class path, and may win over what is written now.
rm -rf "$build/app"
cd "$here"
mvn --batch-mode --no-transfer-progress -Dffi="$bindings" test

# Strict: whatever ktlint says ends the run. Its rules: android/.editorconfig.
(cd .. && java -jar "$build/tools/ktlint-cli-all.jar" --relative --log-level=error "app/**/*.kt" "here/app/src/**/*.kt" "*.kts" "app/*.kts")

java -jar "$build/tools/org.jacoco.cli-nodeps.jar" report "$build/jacoco.exec" --classfiles "$build/app/classes/app/justmet/ui" \
  --classfiles "$build/app/classes/app/justmet/platform" --sourcefiles "$here/../app/src/main/kotlin" --csv "$build/jacoco.csv" --quiet
./coverage.py "$build/jacoco.csv" 85
