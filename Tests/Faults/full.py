#!/usr/bin/env python3
"""Fills the disk under a store, a small one in memory, and sees that the store stays as it was. Needs the right to mount.

    full.py KG [--count 4000]
"""
import argparse
import pathlib
import subprocess
import tempfile

from trial import Trial, fail, insights

# Of what the whole store takes.
SHARES = [0.1, 0.3, 0.5, 0.7, 0.9]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("kg")
    options.add_argument("--count", type=int, default=4000)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(options.kg, folder)
        given = insights(options.count)
        trial.write("first.jsonl", given[:100])
        trial.write("claims.jsonl", given)
        trial.whole("whole.db", ["import", "claims.jsonl"])
        room = (trial.folder / "whole.db").stat().st_size // 1024
        small = pathlib.Path(folder) / "small"
        small.mkdir()
        for number, share in enumerate(SHARES):
            size = int(room * share)
            if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", small], stderr=subprocess.DEVNULL).returncode:
                print("full disk: not tried, mounting is not allowed here")
                return
            try:
                store = "small/kg.db"
                # An empty store is filled in another way than one with something in it.
                first = number % 2 and trial.run(store, "import", "first.jsonl").returncode == 0
                before = trial.dump(store) if first else None
                result = trial.run(store, "import", "claims.jsonl")
                if result.returncode != 5:
                    fail("with", size, "KB import ended with", result.returncode, result.stderr.decode())
                if b"no room is left on the disk" not in result.stderr:
                    fail("with", size, "KB", result.stderr.decode())
                if first:
                    if trial.run(store, "check").returncode != 0:
                        fail("with", size, "KB the store is not sound")
                    if (after := trial.dump(store)) != before and len(after) < len(before):
                        fail("with", size, "KB something was lost")
            finally:
                subprocess.run(["umount", small], check=True)
        print(f"full disk: {len(SHARES)} stores sound, and each told")


if __name__ == "__main__":
    main()
