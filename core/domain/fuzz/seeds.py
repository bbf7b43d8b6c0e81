#!/usr/bin/env python3
"""Writes the lines and vectors of tests/corpora, and the kept inputs of earlier runs, as inputs of the fuzz targets.

    python3 seeds.py parse FOLDER
    python3 seeds.py normalize FOLDER
    python3 seeds.py keep parse FOLDER      what is in the folder becomes kept/parse.bin

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


def kept(target):
    """Inputs one after the other, each behind its length in two bytes, low byte first."""
    file = HERE / "kept" / f"{target}.bin"
    data = file.read_bytes() if file.exists() else b""
    while data:
        end = 2 + int.from_bytes(data[:2], "little")
        yield data[2:end]
        data = data[end:]


def keep(target, folder):
    inputs = sorted(path.read_bytes() for path in pathlib.Path(folder).iterdir())
    file = HERE / "kept" / f"{target}.bin"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"".join(len(data).to_bytes(2, "little") + data for data in inputs if len(data) < 65536))


def main():
    if sys.argv[1] == "keep":
        return keep(*sys.argv[2:])
    target, folder = sys.argv[1:]
    out = pathlib.Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    for seed in [*{"parse": parse, "normalize": normalize}[target](), *kept(target)]:
        (out / hashlib.sha1(seed).hexdigest()).write_bytes(seed)


if __name__ == "__main__":
    main()
