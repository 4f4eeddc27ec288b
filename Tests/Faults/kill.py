#!/usr/bin/env python3
"""Ends kg by force at random moments of an import or ingest, and sees that nothing is lost.

    kill.py KG [--times 10] [--seed 1] [--count 3000]

After each end the store must be sound (kg check), hold no part of a document only, and the same command again must finish the
work: the store then dumps to the same bytes as one that was never disturbed.
"""
import argparse
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

CLAIMS = pathlib.Path(__file__).resolve().parents[1] / "Benchmarks/claims.py"


def fail(*words):
    sys.exit("kill.py: " + " ".join(map(str, words)))


class Trial:
    def __init__(self, kg, folder):
        self.kg, self.folder = kg, folder

    def run(self, store, *arguments):
        return subprocess.run(
            [self.kg, "--db", store, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.folder
        )

    def whole(self, store, work):
        """Seconds for the work undisturbed."""
        start = time.perf_counter()
        if (result := self.run(store, *work)).returncode != 0:
            fail(*work, result.stderr.decode())
        return time.perf_counter() - start

    def killed(self, store, work, after):
        """Whether the end came before the work was done."""
        process = subprocess.Popen(
            [self.kg, "--db", store, *work], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self.folder
        )
        time.sleep(after)
        process.kill()
        return process.wait() != 0

    def check(self, store, sizes, when):
        result = self.run(store, "check")
        if result.returncode != 0:
            fail("after an end", when, "kg check says", result.stdout.decode(), result.stderr.decode())
        kept = self.run(store, "sql", "SELECT id, insights FROM documents", "--format", "json")
        for row in json.loads(kept.stdout or "[]"):
            if sizes[row["id"]] != int(row["insights"]):
                fail("after an end", when, row["id"], "has", row["insights"], "insights of", sizes[row["id"]])


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("kg")
    options.add_argument("--times", type=int, default=10)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=3000)
    options = options.parse_args()
    choose = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(os.path.abspath(options.kg), pathlib.Path(folder))
        lines = subprocess.run([sys.executable, CLAIMS, str(options.count)], stdout=subprocess.PIPE, check=True).stdout.decode()
        (trial.folder / "claims.jsonl").write_text(lines)
        insights = [json.loads(line) for line in lines.splitlines()]
        # Reading sentences takes longer than storing claims, so there are fewer of them.
        few = insights[: options.count // 10]
        for insight in few:
            del insight["claims"]
        (trial.folder / "insights.jsonl").write_text("".join(json.dumps(insight) + "\n" for insight in few))
        for work, given in ((["import", "claims.jsonl"], insights), (["ingest", "insights.jsonl"], few)):
            sizes = {}
            for insight in given:
                sizes[insight["document"]] = sizes.get(insight["document"], 0) + 1
            seconds = trial.whole("whole.db", work)
            expected = trial.run("whole.db", "dump").stdout
            ended = 0
            for number in range(options.times):
                store = f"{number}.db"
                # Twice into one store, because the second time there is a log to be taken up.
                for _ in range(2):
                    after = choose.uniform(0.05, seconds)
                    ended += trial.killed(store, work, after)
                    if (trial.folder / store).exists():
                        trial.check(store, sizes, f"{after:.3f} s into {work[0]} (seed {options.seed}, {number})")
                trial.whole(store, work)
                trial.check(store, sizes, "and a second run")
                if trial.run(store, "dump").stdout != expected:
                    fail("another store than without the end, seed", options.seed, "number", number)
                for path in trial.folder.glob(f"{number}.db*"):
                    path.unlink()
            for path in trial.folder.glob("whole.db*"):
                path.unlink()
            print(f"{work[0]}: {2 * options.times} ends by force, {ended} before the work was done; all stores sound and finished")


if __name__ == "__main__":
    main()
