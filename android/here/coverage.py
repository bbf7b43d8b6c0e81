#!/usr/bin/env python3
"""Says which share of the shell's lines the tests execute, and fails below the bound.

usage: coverage.py JACOCO.csv BOUND     JACOCO.csv: what JaCoCo's command line wrote
"""
import csv
import sys
from collections import defaultdict


def main(path, bound):
    lines = defaultdict(lambda: [0, 0])
    with open(path, encoding="utf-8") as file:
        for row in csv.DictReader(file):
            # A file's classes are counted together: Kotlin makes several of one.
            name = row["CLASS"].split(".")[0].split("$")[0].removesuffix("Kt")
            count = lines[(row["PACKAGE"], name)]
            count[0] += int(row["LINE_COVERED"])
            count[1] += int(row["LINE_MISSED"])
    covered = sum(count[0] for count in lines.values())
    total = covered + sum(count[1] for count in lines.values())
    for (package, name), (hit, missed) in sorted(lines.items(), key=lambda item: -item[1][1]):
        if missed:
            print(f"  {package}.{name}: {missed} of {hit + missed} lines not executed")
    share = 100 * covered / total
    print(f"{covered} of {total} lines of ui and platform executed: {share:.1f} %, at least {bound} % wanted")
    return share >= bound


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1], float(sys.argv[2])) else 1)
