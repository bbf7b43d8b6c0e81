#!/usr/bin/env bash
# Sets up Swift on a Linux that has none: a Debian 13 system in a folder of its own, with Debian's swiftlang in it.
#   usage: toolchain.sh [FOLDER]        FOLDER defaults to JUSTMET_SWIFT_ROOT, else ~/.cache/justmet/swift; needs root
# Does nothing where it is there already. The folder takes about 2.5 GB.
set -euo pipefail
root=${1:-${JUSTMET_SWIFT_ROOT:-${XDG_CACHE_HOME:-$HOME/.cache}/justmet/swift}}
[ -e "$root/.complete" ] && exit 0
[ "$(id -u)" = 0 ] || { echo "setting Swift up needs root: sudo $0 $root" >&2; exit 1; }

if ! command -v debootstrap >/dev/null; then
  apt-get update --quiet=2
  DEBIAN_FRONTEND=noninteractive apt-get install --yes --quiet=2 --no-install-recommends debootstrap >/dev/null
fi
# The archive that this machine's own apt is set up for.
# shellcheck disable=SC2016
archive=$(apt-get indextargets --format '$(REPO_URI)' | grep -E '/debian/?$' | head -n 1)
[ -n "$archive" ] || { echo "apt is set up for no Debian archive" >&2; exit 1; }

rm -rf "$root"
mkdir -p "$root"
# libc6-dev is what swiftlang links with, and does not ask for itself.
debootstrap --variant=minbase --include=swiftlang,libc6-dev,libstdc++-14-dev trixie "$root" "$archive" >"$root.log" 2>&1 ||
  { tail -n 20 "$root.log" >&2; exit 1; }
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/usr/share/{doc,man,locale}
touch "$root/.complete"
