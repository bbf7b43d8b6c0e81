#!/usr/bin/env python3
"""Writes the lines and vectors of tests/corpora as inputs of the fuzz targets.

    python3 seeds.py parse FOLDER
    python3 seeds.py normalize FOLDER

The order of the bytes is that of the targets; regions, modes, kinds and languages are counted as they are there.
"""

import hashlib
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
CORPORA = HERE / "../../../tests/corpora"
MODES = ["typed", "dictated", "pasted", "scanned"]
LANGUAGES = ["en", "fr", "es", "de", "pt"]


def regions():
    table = re.search(r"REGIONS[^=]*= \[(.*?)\];", (HERE / "src/lib.rs").read_text(), re.S)
    return re.findall(r'"([A-Z]*)"', table.group(1))


def kinds():
    facts = (HERE / "../src/channel/facts.rs").read_text()
    return re.findall(r'facts\(\s*ChannelKind::\w+,\s*"(\w+)"', facts)


def rows(folder):
    for file in sorted((CORPORA / folder).glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def place(region):
    known = regions()
    return known.index(region) if region in known else 0


def parse():
    for row in rows("capture"):
        head = [MODES.index(row["mode"]), place(row["region"]), LANGUAGES.index(row["lang"])]
        yield bytes(head) + row["text"].encode()


def normalize():
    order = kinds()
    for row in rows("channels"):
        if len(row["value"]) <= 512:
            yield bytes([order.index(row["kind"]), place(row["region"])]) + row["value"].encode(errors="replace")


def main():
    target, folder = sys.argv[1:]
    out = pathlib.Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    for seed in {"parse": parse, "normalize": normalize}[target]():
        (out / hashlib.sha1(seed).hexdigest()).write_bytes(seed)


if __name__ == "__main__":
    main()
