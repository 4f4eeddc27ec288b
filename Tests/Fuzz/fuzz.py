#!/usr/bin/env python3
"""Seeded nonsense through every way into kg: it must end by itself with a documented code.

Every case is made from its seed alone, so `--seed N --cases 1` runs one again.
"""
import argparse
import pathlib
import random
import subprocess
import sys
import tempfile
import time

PIECES = [
    "China", "the U.S.", "does not", "leads in", "AI", "GPT-4.5", "$5.6m", "3 nm", "—", "“", "”", "'s",
    "…", "\r\n", "\n\n", "\t", "\0", "🙂", "عربي", "中文", "e\u0301", "\ufeff", "\u2028", "{", "}", '"',
    "\\", ",", "https://a.b/c?d=e&f", "<b>", "&amp;", "- ", "* ", "# ", "(", ")", "[1]", "0", "-1", "null",
]
WAYS = [
    ["extract", "--input-format", "txt", "--json"],
    ["extract", "--input-format", "lines", "--open", "--format", "tsv"],
    ["extract", "--input-format", "lines", "--open", "--minimal", "--format", "tsv"],
    ["extract", "--input-format", "jsonl", "--format", "jsonl"],
    ["extract", "--input-format", "csv", "--format", "csv"],
    ["parse"],
    ["parse", "--input-format", "conllu"],
]


def nonsense(rng):
    if rng.random() < 0.2:
        return bytes(rng.randrange(256) for _ in range(rng.randrange(400)))
    joined = " ".join(rng.choice(PIECES) for _ in range(rng.randrange(120)))
    data = bytearray(joined.encode())
    for _ in range(rng.randrange(4)):
        if data:
            data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data)


def run(kg, arguments, data):
    return subprocess.run([kg, *arguments], input=data, capture_output=True, timeout=60)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kg")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int)
    options = parser.parse_args()
    end = time.monotonic() + options.seconds
    seed = options.seed
    while time.monotonic() < end and (options.cases is None or seed < options.seed + options.cases):
        rng = random.Random(seed)
        way = rng.choice(WAYS)
        data = nonsense(rng)
        try:
            first = run(options.kg, [*way, "-"], data)
            code = first.returncode
            if code not in (0, 1, 2, 4):
                raise AssertionError(f"exit {code}: {first.stderr[-400:]!r}")
            if run(options.kg, [*way, "-"], data).stdout != first.stdout:
                raise AssertionError("two runs differ")
        except (AssertionError, subprocess.TimeoutExpired) as error:
            path = pathlib.Path(tempfile.gettempdir()) / f"kg-fuzz-{seed}"
            path.write_bytes(data)
            print(f"seed {seed}: kg {' '.join(way)}: {error}\ninput kept in {path}", file=sys.stderr)
            return 1
        seed += 1
    print(f"{seed - options.seed} cases, none crashed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
