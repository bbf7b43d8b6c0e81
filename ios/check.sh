#!/usr/bin/env bash
# Everything about the iOS shell that can be checked on Linux: builds the core and its bindings, holds the project file,
# the plists and the words against the sources, then compiles the whole shell against stand-ins for Apple's frameworks
# and drives it over the real library. Nothing of it is a build for iOS.
# Uses the `swift` on the path, else the one that tests/ffi/swift/toolchain.sh sets up. All it writes is ignored by git.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
bindings=$(realpath -m "../build/ios-bindings")
scratch=$(realpath -m "../build/ios-swift")
mkdir -p "$scratch"

python3 scripts/check_project.py
DRY_RUN=1 scripts/build-xcframework.sh >/dev/null

[ -n "${JUSTMET_KEEP_BINDINGS:-}" ] || ../core/bindgen/generate.sh --encryption "$bindings"
# An unchanged file is not compiled again. Where one changed everything is: an incremental build was seen to keep objects
# that know the records in their former layout, which ends in a crash.
keep() { cmp -s "$1" "$2" || { cp "$1" "$2"; rm -rf "${scratch:?}"/*; }; }
for file in "$bindings"/swift/*.swift; do keep "$file" "Sources/JustMetCore/$(basename "$file")"; done
for file in "$bindings"/swift/*.h; do keep "$file" "Sources/JustMetCoreFFI/$(basename "$file")"; done

if command -v swift >/dev/null; then
  JUSTMET_BINDINGS=$bindings scripts/swift-checks.sh "$scratch"
else
  ../tests/ffi/swift/toolchain.sh
  root=${JUSTMET_SWIFT_ROOT:-${XDG_CACHE_HOME:-$HOME/.cache}/justmet/swift}
  export root here bindings scratch
  # A mount namespace of its own: when the command ends there is nothing to undo.
  # shellcheck disable=SC2016
  unshare --mount --propagation private bash -euc '
    mkdir -p "$root/bindings" "$root/scratch" "$root/ios"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/tmp"
    mount --bind "$bindings" "$root/bindings"
    mount --bind "$scratch" "$root/scratch"
    mount --bind "$here" "$root/ios"
    exec "$(command -v chroot)" "$root" env -i PATH=/usr/bin:/bin HOME=/root LANG=C.UTF-8 JUSTMET_BINDINGS=/bindings \
      /ios/scripts/swift-checks.sh /scratch'
fi
python3 scripts/coverage.py "$scratch/debug/codecov/JustMetShell.json"
