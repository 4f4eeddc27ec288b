#!/usr/bin/env python3
"""Damages a store in random ways and sees that kg says so, names the file, and saves what is left.

    damage.py KG [--times 60] [--seed 1] [--count 400]

A file is cut short, single bytes are flipped, or its log is taken away. Whatever kg is then asked, it must end by itself with a code
that CONTRACT names; and after `kg dump --salvage | kg load` there is a sound store, with nothing in it that was not in the whole one.
"""
import argparse
import json
import random
import shutil
import tempfile

from trial import CODES, Trial, fail, insights

COMMANDS = [
    ["stats"], ["check"], ["verify"], ["query", "Who bans Rikoba?"], ["contradictions"], ["dump"], ["export", "--limit", "5"],
    ["import", "more.jsonl"], ["ingest", "more.jsonl"], ["retract", "letter 3"], ["neighbours", "Rikoba", "--steps", "3"],
    ["shell"],
]

# What is kept in memory in a session is read in other ways.
SESSION = b"""neighbours Rikoba --steps 3
contradictions
contradictions --about Rikoba
query How is Rikoba connected to Kokoba?
"""


def damaged(bytes, choose):
    """The bytes with one way of damage, and what it was."""
    if choose.random() < 0.2:
        end = choose.randrange(len(bytes))
        return bytes[:end], f"cut to {end} bytes"
    bytes = bytearray(bytes)
    places = sorted(choose.randrange(len(bytes)) for _ in range(choose.choice([1, 1, 3, 10, 100])))
    for place in places:
        bytes[place] ^= 1 << choose.randrange(8)
    return bytes, f"bits flipped at {places[:5]} and so on"


def texts(dump):
    """What the insights of a dump say; lines that are none are passed over."""
    found = set()
    for line in dump.decode(errors="replace").splitlines():
        if isinstance(line := json.loads(line), dict) and "text" in line:
            found.add((line["document"], line["id"], line["text"]))
    return found


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("kg")
    options.add_argument("--times", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=400)
    options = options.parse_args()
    choose = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(options.kg, folder)
        given = insights(options.count)
        trial.write("claims.jsonl", given[:-20])
        trial.write("more.jsonl", given[-20:])
        trial.whole("whole.db", ["import", "claims.jsonl"])
        whole = (trial.folder / "whole.db").read_bytes()
        kept = texts(trial.dump("whole.db"))

        told, saved = 0, 0
        for number in range(options.times):
            bytes, how = damaged(whole, choose)
            when = f"{how} (seed {options.seed}, {number})"
            for arguments in COMMANDS:
                trial.drop("kg.db*")
                (trial.folder / "kg.db").write_bytes(bytes)
                result = trial.run("kg.db", *arguments, lines=SESSION)
                if result.returncode not in CODES:
                    fail(*arguments, "ended with", result.returncode, "after", when, result.stderr.decode()[-2000:])
                if result.returncode == 5:
                    told += 1
                    if b"kg.db: " not in result.stderr:
                        fail(*arguments, "names no file after", when, result.stderr.decode())
            trial.drop("*.db-*")
            (trial.folder / "kg.db").write_bytes(bytes)
            result = trial.run("kg.db", "dump", "--salvage")
            if result.returncode not in CODES:
                fail("dump --salvage ended with", result.returncode, "after", when, result.stderr.decode()[-2000:])
            (trial.folder / "saved.jsonl").write_bytes(result.stdout)
            if not result.stdout:
                continue
            trial.drop("saved.db*")
            if (result := trial.run("saved.db", "load", "saved.jsonl")).returncode != 0:
                fail("what was saved does not load after", when, result.stderr.decode())
            if (result := trial.run("saved.db", "check")).returncode != 0:
                fail("what was saved is not sound after", when, result.stdout.decode())
            saved += len(texts(trial.dump("saved.db")) & kept)
        print(
            f"{options.times} damaged stores: no crash in {len(COMMANDS) * options.times} commands, {told} said so; "
            f"{saved / len(kept) / options.times:.0%} of the insights were saved"
        )

        # Without its log a store is as it was when the log was last taken over: older, or empty, but sound.
        trial.drop("kg.db*")
        shutil.copy(trial.folder / "whole.db", trial.folder / "kg.db")
        process = trial.begin("kg.db", "import", "more.jsonl")
        while process.poll() is None and not (trial.folder / "kg.db-wal").exists():
            pass
        process.kill()
        process.wait()
        (trial.folder / "kg.db-wal").unlink(missing_ok=True)
        if (result := trial.run("kg.db", "check")).returncode not in CODES:
            fail("without its log check ended with", result.returncode, result.stderr.decode())
        print("a store whose log was taken away: no crash")


if __name__ == "__main__":
    main()
