#!/usr/bin/env python3
"""Which share of the shell's lines the tests ran, by llvm-cov. Ends with 1 where it is under 90 % of JustMetKit.

usage: coverage.py EXPORT        the JSON that `swift test --enable-code-coverage` leaves
"""
import json
import sys
from collections import defaultdict
from pathlib import Path

TARGETS = ("JustMetKit", "JustMetPlatform", "JustMetUI", "JustMet")
NEEDED = {"JustMetKit": 90.0}


def target_of(name: str) -> str | None:
    folder = Path(name).parent.name
    return folder if folder in TARGETS and "Tests" not in Path(name).parts else None


def main() -> int:
    lines, files = defaultdict(lambda: [0, 0]), defaultdict(list)
    for entry in json.loads(Path(sys.argv[1]).read_text())["data"][0]["files"]:
        target, found = target_of(entry["filename"]), entry["summary"]["lines"]
        if target:
            lines[target][0] += found["covered"]
            lines[target][1] += found["count"]
            files[target].append((found["count"] - found["covered"], Path(entry["filename"]).name))
    bad = False
    for target in TARGETS:
        run, total = lines[target]
        share = 100 * run / total if total else 0.0
        rest = ", ".join(f"{name} {missed}" for missed, name in sorted(files[target], reverse=True) if missed)
        print(f"{target:16} {share:5.1f} % of {total} lines were run; not run: {rest or 'none'}")
        bad = bad or share < NEEDED.get(target, 0.0)
    if bad:
        print("fewer lines of JustMetKit were run than the tests must run")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
