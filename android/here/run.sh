#!/usr/bin/env bash
# Compiles the app and runs its tests with the core's real library, on a Debian without Android.
#   usage: android/here/run.sh [BINDINGS]      BINDINGS: what core/bindgen/generate.sh wrote; written to build/ffi-android where it is left out
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
missing=()
need() { command -v "$1" >/dev/null || missing+=("$2"); }
need cc build-essential
need javac openjdk-17-jdk-headless
need mvn maven
need aapt aapt
need unzip unzip
if [ ${#missing[@]} -gt 0 ]; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update --quiet=2
  apt-get install --yes --quiet=2 --no-install-recommends "${missing[@]}" >/dev/null
fi
if [ $# -gt 0 ]; then
  bindings=$(realpath "$1")
else
  bindings=$here/../../build/ffi-android
  "$here/../../core/bindgen/generate.sh" "$bindings"
fi
cd "$here"
mvn --batch-mode --no-transfer-progress -Dffi="$bindings" test
