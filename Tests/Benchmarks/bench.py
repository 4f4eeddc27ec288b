#!/usr/bin/env python3
"""Speed and memory of kg; with a second program, the ratio of each speed beside it, measured in turns.

    bench.py KG [BASELINE]

Sentences are made from common words, 28 words and thus 30 word pieces each; the store's text is kg's own sample, repeated.
SCALE=100000 (the default) is how many made-up claims are imported, beside load.c, which shows how fast SQLite could take them.
Prints a table with machine, load and date; checks that each run gave a result.
"""
import datetime
import hashlib
import json
import os
import pathlib
import platform
import random
import subprocess
import shutil
import statistics
import sys
import tempfile
import time

import claims as made_up

ROOT = pathlib.Path(__file__).resolve().parents[2]
COUNT = 3000
RUNS = 3
TOLD = 1000
SCALE = int(os.environ.get("SCALE", 100_000))

# Words of one piece each, with [CLS] and [SEP] 30 pieces a sentence.
FRAME = (
    "the {a} of {p} said in {m} that the {j} {t} would {v} the {n} of the {u} before the end of the year and bring {n2} ."
).split()
WORDS = {
    "a": "ministry government army court bank church company council".split(),
    "p": "china japan france india germany russia canada egypt".split(),
    "m": "march april june july august october november december".split(),
    "j": "new old large small public private foreign local".split(),
    "t": "law plan report agreement treaty budget programme policy".split(),
    "v": "change limit support reduce protect replace control improve".split(),
    "n": "trade price power supply growth cost use production".split(),
    "u": "country city region state port market industry island".split(),
    "n2": "ships workers money schools machines cars houses students".split(),
}

# A form of question to a store of made-up claims; {a}, {b} are two of its entities, {x} is none.
QUESTIONS = {
    "who": "Who bans {a}?",
    "what": "What does {a} champion?",
    "yes or no": "Does {a} ban {b}?",
    "when": "When did {a} ban {b}?",
    "how many": "How many things does {a} ban?",
    "who says": "Who says that {a} bans {b}?",
    "why": "Why does {a} ban {b}?",
    "path": "How is {a} connected to {b}?",
    "compare": "{a} vs {b}: trade",
    "disagree": "What do sources disagree on about {a}?",
    "change": "What changed in {a}?",
    "profile": "What do we know about {a}?",
    "list": "List the things that {a} bans",
    "condition": "What could happen if {a} bans {b}?",
    "name alone": "{a}",
    "nothing of it": "Does {x} ban {a}?",
    "slip of spelling": "Who bans {a}x?",
}


def sentences(count):
    choose = random.Random(1)
    for _ in range(count):
        words = [choose.choice(WORDS[w[1:-1]]) if w[0] == "{" else w for w in FRAME]
        yield words[0].capitalize() + " " + " ".join(words[1:-1]) + "."


def sample():
    for path in ROOT.glob("Sources/**/sample.jsonl"):
        return [json.loads(line)["text"] for line in path.read_text().splitlines() if line.strip()]
    sys.exit("bench: the sample is missing")


def timed(arguments, cores=None, kernel=None):
    """Seconds, peak memory in MB, what was printed, and seconds of processor time."""
    before = None
    if cores and hasattr(os, "sched_setaffinity"):
        available = sorted(os.sched_getaffinity(0))[:cores]
        before = lambda: os.sched_setaffinity(0, available)
    environment = dict(os.environ, **({"KG_KERNEL": kernel} if kernel else {}))
    start = time.perf_counter()
    process = subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=before, env=environment
    )
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"bench: {' '.join(map(str, arguments))} failed")
    peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return seconds, peak, output.decode(), usage.ru_utime + usage.ru_stime


class Bench:
    def __init__(self, programs):
        self.programs = programs
        self.rows = []

    def best(self, arguments, runs=RUNS, prepare=None, **how):
        """The quickest run of each program, taken in turns so that the machine's moods hit all alike."""
        found = [None] * len(self.programs)
        for _ in range(runs):
            for i, program in enumerate(self.programs):
                if prepare:
                    prepare()
                run = timed([program, *arguments], **how)
                if found[i] is None or run[0] < found[i][0]:
                    found[i] = run
        return found

    def row(self, what, found, speed):
        ratio = f"{found[1][0] / found[0][0]:.2f}" if len(found) > 1 else ""
        self.rows.append((what, speed(found[0][0]), f"{found[0][1]:.0f} MB", ratio))
        return found[0]

    def asked(self, what, seconds, peak):
        middle = [statistics.median(kept) for kept in seconds]
        ratio = f"{middle[1] / middle[0]:.2f}" if len(middle) > 1 else ""
        self.rows.append((what, f"{middle[0] * 1000:.0f} ms, at worst {max(seconds[0]) * 1000:.0f}", f"{peak:.0f} MB", ratio))

    def show(self):
        heads = ("what", "speed", "peak memory", "times the baseline's speed")
        heads = heads if len(self.programs) > 1 else heads[:3]
        widths = [max(len(h), *(len(r[i]) for r in self.rows)) for i, h in enumerate(heads)]
        for cells in [heads, ["-" * w for w in widths], *self.rows]:
            print("| " + " | ".join(c.ljust(w) for c, w in zip(cells, widths)) + " |")


def schema():
    """The files of the schema in order, as Schema.swift names them."""
    steps = sorted((ROOT / "Schema").glob("schema_*.sql"), key=lambda path: int(path.stem.split("_")[1]))
    return [ROOT / "Schema/tables.sql", *steps, ROOT / "Schema/views.sql"]


def dump_hash(program, store):
    """Of what kg dump prints, which may be more than memory holds."""
    found = hashlib.sha256()
    process = subprocess.Popen([program, "--db", store, "dump"], stdout=subprocess.PIPE)
    while block := process.stdout.read(1 << 20):
        found.update(block)
    assert process.wait() == 0, "a store can't be dumped"
    return found.hexdigest()


def importing(bench, folder):
    """Rows for kg import, and how many times the processor time of the same rows written by C alone."""
    claims = folder / "claims.jsonl"
    with open(claims, "w") as file:
        subprocess.run([sys.executable, ROOT / "Tests/Benchmarks/claims.py", str(SCALE)], stdout=file, check=True)
    fresh = lambda: [path.unlink() for path in folder.glob("*.db*")]
    speed = lambda seconds: f"{SCALE / seconds:.0f} claims/s"
    runs = 1 if SCALE > 100_000 else 2
    store, bare = folder / "kg.db", folder / "bare.db"
    bench.row(f"kg import of {SCALE} claims", bench.best(["--db", store, "import", claims], runs=runs, prepare=fresh), speed)
    arguments = ["--db", store, "import", "--no-clashes", claims]
    mine = bench.row("the same without the search for clashes", bench.best(arguments, runs=runs, prepare=fresh), speed)
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        print("bench: no C compiler, so no look at how fast SQLite could be", file=sys.stderr)
        return
    load = folder / "load"
    source = ROOT / "Tests/Benchmarks/load.c"
    subprocess.run([compiler, "-O2", "-D_GNU_SOURCE", source, "-lsqlite3", "-o", load], check=True)
    limit = Bench([load])
    (found,) = limit.best([bare, claims, *schema()], runs=runs, prepare=lambda: [path.unlink() for path in folder.glob("bare.db*")])
    bench.rows.append(("the same rows by SQLite's C interface alone", speed(found[0]), f"{found[1]:.0f} MB", ""))
    bench.rows.append(("processor time of kg import, times that of C", f"{mine[3] / found[3]:.2f}", "", ""))
    dumps = [dump_hash(bench.programs[0], path) for path in (store, bare)]
    assert dumps[0] == dumps[1], "C made another store than kg"


def asking(bench, folder):
    """Rows for questions to a large store, each asked by a process of its own; no baseline reads another's store."""
    written = folder / "claims.jsonl"
    stores = [folder / f"asked-{i}.db" for i in range(len(bench.programs))]
    for program, store in zip(bench.programs, stores):
        timed([program, "--db", store, "import", written])
    # Entities with a handful of claims each, as most have.
    names = [made_up.name(SCALE // 16 + n) for n in range(6)]
    every = [[] for _ in stores]
    for form, words in QUESTIONS.items():
        seconds, peak = [[] for _ in stores], 0
        for a, b in zip(names, names[1:]):
            question = words.format(a=a, b=b, x="Zanzibor")
            runs = [[] for _ in stores]
            for _ in range(RUNS):
                for program, store, found in zip(bench.programs, stores, runs):
                    found.append(timed([program, "--db", store, "query", "--json", question]))
            peak = max(peak, max(run[1] for run in runs[0]))
            for found, kept in zip(runs, seconds):
                kept.append(min(run[0] for run in found))
        for found, kept in zip(seconds, every):
            kept += found
        bench.asked(f"cold question, {form}", seconds, peak)
    bench.asked(f"cold question to {SCALE} claims, all forms", every, peak)


def ingesting(bench, folder):
    """A row for insights read into the stores of asking(), and one for the part of it that the search for clashes takes."""
    late, store = folder / "late.jsonl", folder / "late.db"
    with open(late, "w") as lines:
        for n, insight in zip(range(TOLD), made_up.claims(SCALE + 1)):
            claim = insight.pop("claims")[0]
            insight["id"], insight["document"] = f"late {n}", f"late {n // 10}"
            insight["text"] = "%s %s %s %s." % (
                claim["subject"], "does not ban" if n % 2 else "bans", claim["object"], claim["scope"])
            lines.write(json.dumps(insight) + "\n")
    runs = [[] for _ in bench.programs]
    for i, program in enumerate(bench.programs):
        for flags in [[], ["--no-clashes"]][: 1 + (i == 0)]:
            each = []
            for _ in range(RUNS):
                shutil.copy(folder / f"asked-{i}.db", store)
                each.append(timed([program, "--db", store, "ingest", *flags, late]))
            runs[i].append(min(each, key=lambda run: run[3]))
    whole = bench.row(f"kg ingest of {TOLD} insights into {SCALE} claims", [found[0] for found in runs], lambda s: f"{TOLD / s:.0f} insights/s")
    bench.rows.append(("finding clashes, of its processor time", f"{1 - runs[0][1][3] / whole[3]:.0%}", "", ""))


def cpuinfo(key):
    try:
        for line in open("/proc/cpuinfo"):
            if line.startswith(key):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return ""


def main():
    bench = Bench([os.path.abspath(p) for p in sys.argv[1:3]])
    flags = cpuinfo("flags").split()
    kernels = [k for k, flag in (("vnni", "avx512_vnni"), ("avx2", "avx2")) if flag in flags] or [None]
    cores = sorted({1, min(2, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)})

    def rate(seconds):
        return f"{COUNT / seconds:.0f} sentences/s"

    def milliseconds(seconds):
        return f"{seconds * 1000:.0f} ms"

    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        one = folder / "one.txt"
        one.write_text("China champions open models.\n")
        _, _, tree, _ = bench.row("process that parses one sentence", bench.best(["parse", one], runs=7), milliseconds)
        assert "champion" in tree, "one sentence gave no tree"

        many = folder / "many.txt"
        many.write_text("\n\n".join(sentences(COUNT)))
        for kernel in kernels:
            for count in cores:
                what = f"kg parse, {kernel or 'default kernel'}, {count} core{'s' * (count > 1)}"
                found = bench.best(["parse", many], cores=count, kernel=kernel)
                _, _, trees, busy = bench.row(what, found, rate)
                assert trees.count("\n\n") == COUNT, "too few sentences"
                assert trees.count("\n1\tThe\t") == COUNT and trees.count("\n28\t.\t") == COUNT, "other words than thought"
                if kernel == kernels[0] and count == 1:
                    parsing = busy
        for count in cores:
            what = f"kg extract, text to claims, {count} core{'s' * (count > 1)}"
            found = bench.best(["extract", many, "--format", "jsonl"], cores=count)
            _, _, claims, busy = bench.row(what, found, rate)
            assert claims.count("\n") > COUNT / 2, "too few claims"
            if count == 1:
                share = max(0, 1 - parsing / busy)
        bench.rows.append(("rules and naming, of kg extract's processor time", f"{share:.0%}", "", ""))

        told = folder / "told.txt"
        told.write_text("\n\n".join(sample() * (1 + 1200 // len(sample()))))
        store = folder / "kg.db"
        fresh = lambda: [path.unlink() for path in folder.glob("kg.db*")]
        bench.row("kg ingest of the sample, repeated", bench.best(["--db", store, "ingest", told], prepare=fresh), milliseconds)
        question = ["--db", store, "query", "Who champions open-source AI?", "--json"]
        bench.row("kg query", bench.best(question, runs=5), milliseconds)
        importing(bench, folder)
        asking(bench, folder)
        ingesting(bench, folder)
    print(f"{cpuinfo('model name') or platform.machine()}, {os.cpu_count()} cores, load {load:.1f} before, {datetime.date.today()}\n")
    bench.show()


if __name__ == "__main__":
    main()
