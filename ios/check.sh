#!/usr/bin/env bash
# Builds the core and its bindings, then compiles and tests the shell on Linux against the real library.
# Uses the `swift` on the path, else the one that tests/ffi/swift/toolchain.sh sets up. All it writes is ignored by git.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
bindings=$(realpath -m "../build/ios-bindings")
scratch=$(realpath -m "../build/ios-swift")
mkdir -p "$scratch"
[ -n "${JUSTMET_KEEP_BINDINGS:-}" ] || ../core/bindgen/generate.sh "$bindings"
keep() { cmp -s "$1" "$2" || cp "$1" "$2"; }   # an unchanged file is not compiled again
for file in "$bindings"/swift/*.swift; do keep "$file" "Sources/JustMetCore/$(basename "$file")"; done
for file in "$bindings"/swift/*.h; do keep "$file" "Sources/JustMetCoreFFI/$(basename "$file")"; done

if command -v swift >/dev/null; then
  JUSTMET_BINDINGS=$bindings swift test --scratch-path "$scratch"
  exit
fi
../tests/ffi/swift/toolchain.sh
root=${JUSTMET_SWIFT_ROOT:-${XDG_CACHE_HOME:-$HOME/.cache}/justmet/swift}
export root here bindings scratch
# A mount namespace of its own: when the command ends there is nothing to undo.
# shellcheck disable=SC2016
exec unshare --mount --propagation private bash -euc '
  mkdir -p "$root/bindings" "$root/scratch" "$root/ios"
  mount -t proc proc "$root/proc"
  mount --rbind /dev "$root/dev"
  mount -t tmpfs tmpfs "$root/tmp"
  mount --bind "$bindings" "$root/bindings"
  mount --bind "$scratch" "$root/scratch"
  mount --bind "$here" "$root/ios"
  exec "$(command -v chroot)" "$root" env -i PATH=/usr/bin:/bin HOME=/root LANG=C.UTF-8 JUSTMET_BINDINGS=/bindings \
    swift test --package-path /ios --scratch-path /scratch'
