#!/usr/bin/env python3
"""Speed and memory of kg, on text made by repeating its own sample.

Prints a table with machine and date; checks that each run gave a result.
"""
import datetime
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def sample():
    for path in ROOT.glob("Sources/**/sample.jsonl"):
        return [json.loads(line)["text"] for line in path.read_text().splitlines() if line.strip()]
    sys.exit("bench: the sample is missing")


def timed(arguments, cores=None):
    """Seconds, peak memory in MB, and what was printed."""
    if cores and hasattr(os, "sched_setaffinity"):
        available = sorted(os.sched_getaffinity(0))[:cores]
        before = lambda: os.sched_setaffinity(0, available)
    else:
        before = None
    start = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, preexec_fn=before)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"bench: {' '.join(map(str, arguments))} failed")
    peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return seconds, peak, output.decode()


def processor():
    try:
        for line in open("/proc/cpuinfo"):
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def main():
    kg = sys.argv[1]
    texts = sample()
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        one = folder / "one.txt"
        one.write_text("China champions open models.\n")
        many = folder / "many.txt"
        many.write_text("\n\n".join(texts * (1 + 1200 // len(texts))))

        best = min((timed([kg, "parse", one]) for _ in range(7)), key=lambda run: run[0])
        assert "champion" in best[2], "one sentence gave no tree"
        rows.append(("process that parses one sentence", f"{best[0] * 1000:.0f} ms", best[1]))

        for cores in sorted({1, min(2, os.cpu_count() or 1)}):
            seconds, peak, output = timed([kg, "parse", many], cores)
            sentences = output.count("\n\n")
            assert sentences > 1000, "too few sentences"
            rows.append((f"kg parse, {cores} core(s)", f"{sentences / seconds:.0f} sentences/s", peak))

        seconds, peak, output = timed([kg, "extract", many, "--format", "jsonl"])
        claims = output.count("\n")
        assert claims > 0, "no claims"
        rate = f"{sentences / seconds:.0f} sentences/s, {claims / seconds:.0f} claims/s"
        rows.append(("kg extract, all cores", rate, peak))

        store = folder / "kg.db"
        seconds, peak, _ = timed([kg, "--db", store, "ingest", many])
        rows.append(("kg ingest, all cores", f"{sentences / seconds:.0f} sentences/s", peak))
        runs = (
            timed([kg, "--db", store, "query", "Who champions open-source AI?", "--json"]) for _ in range(5)
        )
        best = min(runs, key=lambda run: run[0])
        rows.append(("kg query", f"{best[0] * 1000:.0f} ms", best[1]))
    print(f"{processor()}, {os.cpu_count()} cores, {datetime.date.today()}\n")
    print(f"| {'what':34} | {'speed':36} | {'peak memory':11} |")
    print(f"| {'-' * 34} | {'-' * 36} | {'-' * 11} |")
    for name, speed, peak in rows:
        print(f"| {name:34} | {speed:36} | {peak:8.0f} MB |")


if __name__ == "__main__":
    main()
