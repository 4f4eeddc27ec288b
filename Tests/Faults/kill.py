#!/usr/bin/env python3
"""Ends kg by force and by signals at random moments of an import or ingest, and sees that nothing is lost.

    kill.py KG [--times 10] [--seed 1] [--count 3000]

After each end the store must be sound (kg check), hold no part of a document only, and the same command again must finish the
work: the store then dumps to the same bytes as one that was never disturbed. A signal must give the code that shells know.
"""
import argparse
import random
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


if __name__ == "__main__":
    main()
