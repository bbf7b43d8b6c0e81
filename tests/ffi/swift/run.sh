#!/usr/bin/env bash
# Holds the conversation in Swift: with the `swift` on the path, else with the one that toolchain.sh set up.
#   usage: run.sh BINDINGS SCRATCH        BINDINGS: what core/bindgen/generate.sh --test-hooks wrote
set -euo pipefail
here=$(dirname "$(realpath "$0")")
bindings=$(realpath "$1")
mkdir -p "$2"
scratch=$(realpath "$2")

# The package as SwiftPM wants it: sources from here, generated files from the bindings, nothing written into the tree.
package=$scratch/package
mkdir -p "$package/Sources/JustMetCore" "$package/Sources/JustMetCoreFFI"
keep() { cmp -s "$1" "$2" || cp "$1" "$2"; }   # an unchanged file is not compiled again
keep "$here/Package.swift" "$package/Package.swift"
keep "$here/../conversation.json" "$package/conversation.json"
mkdir -p "$package/Tests/ConversationTests"
keep "$here/Tests/ConversationTests/ConversationTests.swift" "$package/Tests/ConversationTests/ConversationTests.swift"
for file in "$bindings"/swift/*.swift; do keep "$file" "$package/Sources/JustMetCore/$(basename "$file")"; done
for file in "$bindings"/swift/*.h; do keep "$file" "$package/Sources/JustMetCoreFFI/$(basename "$file")"; done
{
  echo 'module JustMetCoreFFI {'
  for file in "$bindings"/swift/*.h; do echo "  header \"$(basename "$file")\""; done
  echo '  link "justmet_app"'
  echo '  export *'
  echo '}'
} >"$package/module.new"
keep "$package/module.new" "$package/Sources/JustMetCoreFFI/module.modulemap"

if command -v swift >/dev/null; then
  JUSTMET_BINDINGS=$bindings swift test --package-path "$package" --scratch-path "$scratch/build"
  exit
fi
root=${JUSTMET_SWIFT_ROOT:-${XDG_CACHE_HOME:-$HOME/.cache}/justmet/swift}
[ -e "$root/.complete" ] || { echo "no Swift here: run tests/ffi/swift/toolchain.sh" >&2; exit 3; }
# What runs inside expands the exported names itself.
# A mount namespace of its own: when the command ends there is nothing to undo.
export root bindings scratch
# shellcheck disable=SC2016
exec unshare --mount --propagation private bash -euc '
  mkdir -p "$root/bindings" "$root/scratch"
  mount -t proc proc "$root/proc"
  mount --rbind /dev "$root/dev"
  mount -t tmpfs tmpfs "$root/tmp"
  mount --bind "$bindings" "$root/bindings"
  mount --bind "$scratch" "$root/scratch"
  exec "$(command -v chroot)" "$root" env -i PATH=/usr/bin:/bin HOME=/root LANG=C.UTF-8 JUSTMET_BINDINGS=/bindings \
    swift test --package-path /scratch/package --scratch-path /scratch/build'
