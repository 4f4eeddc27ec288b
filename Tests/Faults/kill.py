#!/usr/bin/env python3
"""Ends kg by force and by signals at random moments of an import, an ingest or a small change, and sees that nothing is lost.

    kill.py KG [--times 10] [--seed 1] [--count 3000]

After each end the store must be sound (kg check), hold no part of a document only, and the same command again must finish the
work: the store then dumps to the same bytes as one that was never disturbed. A small change is made or isn't. A signal must give
the code that shells know.
"""
import argparse
import os
import random
import shutil
import signal
import tempfile
import time

from trial import Trial, fail, insights, sizes

ENDS = [signal.SIGKILL, signal.SIGKILL, signal.SIGINT, signal.SIGTERM]


def ended(trial, store, work, after, how):
    """Whether the end came before the work was done."""
    process = trial.begin(store, *work)
    time.sleep(after)
    process.send_signal(how)
    code = process.wait()
    # Before it writes a signal ends it as any program.
    if code not in (0, -how, 128 + how):
        fail(*work, "ended with", code, "after signal", how)
    return code != 0


def edited(trial, given, times, choose):
    """Ends of withdrawals, merges and notes: the store dumps to what it was before or is after."""
    os.environ["KG_NOW"] = "2026-01-31"
    trial.write("few.jsonl", given)
    trial.whole("before.db", ["import", "few.jsonl"])
    trial.whole("before.db", ["session", "new", "trade"])
    claim = given[0]["claims"][0]
    works = [
        ["note", "Ask the ministry."], ["entity", "merge", claim["subject"], claim["object"]],
        ["retract", given[0]["document"]],
    ]
    copied = lambda to: shutil.copy(trial.folder / "before.db", trial.folder / to)
    for work in works:
        before = trial.dump("before.db")
        copied("after.db")
        seconds = trial.whole("after.db", work)
        after = trial.dump("after.db")
        early = changed = 0
        for number in range(2 * times):
            copied("edited.db")
            early += ended(trial, "edited.db", work, choose.uniform(0, seconds), choose.choice(ENDS))
            # Before the check asks it, which its session would keep.
            found = trial.dump("edited.db")
            trial.check("edited.db", sizes(given), f"{work[0]} ({number})")
            changed += found == after
            if found not in (before, after):
                fail(*work, "was done by half, number", number)
            trial.drop("edited.db*")
        trial.drop("after.db*")
        print(f"{work[0]}: {2 * times} ends, {early} before the work was done, {changed} after the change was made; all stores sound")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("kg")
    options.add_argument("--times", type=int, default=10)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", type=int, default=3000)
    options = options.parse_args()
    choose = random.Random(options.seed)
    given = insights(options.count)
    # Reading sentences takes longer than storing claims, so there are fewer of them.
    few = given[: options.count // 10]
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(options.kg, folder)
        trial.write("claims.jsonl", given)
        trial.write("insights.jsonl", few, claims=False)
        for work, given in ((["import", "claims.jsonl"], given), (["ingest", "insights.jsonl"], few)):
            seconds = trial.whole("whole.db", work)
            expected = trial.dump("whole.db")
            early = 0
            for number in range(options.times):
                store = f"{number}.db"
                # Twice into one store, because the second time there is a log to be taken up.
                for _ in range(2):
                    after = choose.uniform(0.05, seconds)
                    early += ended(trial, store, work, after, choose.choice(ENDS))
                    if (trial.folder / store).exists():
                        trial.check(store, sizes(given), f"{after:.3f} s of {work[0]} (seed {options.seed}, {number})")
                trial.whole(store, work)
                trial.check(store, sizes(given), "a second run")
                if trial.dump(store) != expected:
                    fail("another store than without the end, seed", options.seed, "number", number)
                trial.drop(f"{number}.db*")
            trial.drop("whole.db*")
            print(f"{work[0]}: {2 * options.times} ends, {early} before the work was done; all stores sound and finished")
        edited(trial, few, options.times, choose)


if __name__ == "__main__":
    main()
