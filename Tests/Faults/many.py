#!/usr/bin/env python3
"""Many processes at one store at once: some import, some ask, one withdraws and restores.

    many.py KG [--seconds 20] [--writers 8] [--readers 8] [--count 4000]

Nobody may be told that the store is locked, no answer may fail, and in the end the store dumps to the same bytes as one into which
the files came one after the other.
"""
import argparse
import tempfile
import threading
import time

from trial import Trial, fail, insights

QUESTIONS = [
    ["stats"], ["query", "Who bans Rikoba?"], ["contradictions", "--min-score", "0.9"], ["sql", "SELECT count(*) FROM claims"],
    ["export", "--limit", "3"],
]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("kg")
    options.add_argument("--seconds", type=float, default=20)
    options.add_argument("--writers", type=int, default=8)
    options.add_argument("--readers", type=int, default=8)
    options.add_argument("--count", type=int, default=4000)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(options.kg, folder)
        given = insights(options.count)
        share = len(given) // options.writers // 10 * 10
        files = [f"{number}.jsonl" for number in range(options.writers)]
        for number, file in enumerate(files):
            trial.write(file, given[number * share : (number + 1) * share])
        for file in files:
            trial.whole("serial.db", ["import", file])
        expected = trial.dump("serial.db")

        faults, counts = [], {"asked": 0, "imported": 0, "withdrawn": 0}
        writing = threading.Event()
        writing.set()
        end = time.monotonic() + options.seconds

        def run(what, *arguments, codes=(0,)):
            result = trial.run("many.db", *arguments, "--timeout", "120", timeout=300)
            counts[what] += 1
            if result.returncode not in codes:
                faults.append((arguments, result.returncode, result.stderr.decode()))

        def write(file):
            while True:
                run("imported", "import", file)
                if time.monotonic() > end:
                    return

        def ask(number):
            while writing.is_set():
                run("asked", *QUESTIONS[number % len(QUESTIONS)], codes=(0, 1, 3))
                number += 1

        def withdraw():
            document = given[0]["document"]
            while writing.is_set():
                run("withdrawn", "retract", document)
                run("withdrawn", "restore", document)

        # The first file makes the store, so that readers have one.
        trial.whole("many.db", ["import", files[0]])
        writers = [threading.Thread(target=write, args=[file]) for file in files]
        others = [threading.Thread(target=ask, args=[number]) for number in range(options.readers)]
        others.append(threading.Thread(target=withdraw))
        for thread in writers + others:
            thread.start()
        for thread in writers:
            thread.join()
        writing.clear()
        for thread in others:
            thread.join()
        if faults:
            fail(len(faults), "commands failed, as", *faults[0])
        if (result := trial.run("many.db", "check")).returncode != 0:
            fail("kg check says", result.stdout.decode(), result.stderr.decode())
        if trial.dump("many.db") != expected:
            fail("another store than when the files came one after the other")
        print(
            f"{options.writers} writers, {options.readers} readers: {counts['imported']} imports, {counts['asked']} questions, "
            f"{counts['withdrawn']} withdrawals and restorals; none failed, the store is as of a serial run"
        )


if __name__ == "__main__":
    main()
