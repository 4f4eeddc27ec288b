#!/usr/bin/env python3
"""kg beside C on SQLite, NetworkX, igraph and DuckDB: the same claims loaded, the same questions asked, every answer compared.

    compare.py KG

SCALE=100000 (the default) is how many made-up claims. kg and C are also measured on a hundredth, a tenth and three times as many,
or on those of SCALES=1000,10000. Peers that this Python can't import are left out; `make bench-peers` makes one that has them.
Writes RESULTS.md and results.svg beside this file, and ends with an error where any two programs answer differently.

A "new process" is measured from its start to its end. kg's session is `kg shell`, which reads a command a line; each is given
several times at once, so that the pipe between us is not what is measured. The others measure themselves, each question in the
last of two rounds. Times are medians over the questions.
"""
import datetime
import importlib.metadata
import importlib.util
import json
import os
import pathlib
import platform
import select
import shlex
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

import chart
import peers
import questions
from bench import ROOT, SCALE, cpuinfo, schema, timed

HERE = ROOT / "Tests/Benchmarks"
ALL = os.environ.get("SCALES") or f"{SCALE // 100},{SCALE // 10},{SCALE * 3}"
GROWTH = sorted({SCALE, *(max(100, int(claims)) for claims in ALL.split(","))})
EACH = 40
TOLD = 15
COLD, SESSION, BARE_COLD, BARE = "kg, new process", "kg, session", "C, new process", "C"
PROGRAMS = (COLD, SESSION, BARE_COLD, BARE, *reversed(peers.PEERS))


def compiled(name, folder):
    compiler = shutil.which("cc") or shutil.which("clang") or sys.exit("bench: no C compiler")
    program = folder / name
    subprocess.run([compiler, "-O2", "-D_GNU_SOURCE", HERE / f"{name}.c", "-lsqlite3", "-o", program], check=True)
    return program


def there(peer):
    return importlib.util.find_spec(peer.lower()) is not None


def say(words):
    print(f"{datetime.datetime.now():%H:%M:%S}  {words}", file=sys.stderr, flush=True)


class Shell:
    """A session of kg: several times the same command in, what it prints out."""

    def __init__(self, kg, store):
        self.process = subprocess.Popen(
            [kg, "--db", store, "shell"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def seconds(self, arguments, expected, times):
        start = time.perf_counter()
        self.process.stdin.write((shlex.join(arguments) + "\n").encode() * times)
        self.process.stdin.flush()
        # What it prints is known from a process of its own, so nothing need mark the end.
        found = bytearray()
        while len(found) < len(expected) * times:
            ready, _, _ = select.select([self.process.stdout], [], [], 60)
            block = os.read(self.process.stdout.fileno(), 1 << 20) if ready else b""
            if not block:
                sys.exit(f"bench: kg shell printed too little for {shlex.join(arguments)}")
            found += block
        took = (time.perf_counter() - start) / times
        if bytes(found) != expected * times:
            sys.exit(f"bench: kg shell answers otherwise than kg: {shlex.join(arguments)}")
        return took

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Measured:
    """What was found for one number of claims: seconds and MB of loading, and the seconds of each question, by program."""

    def __init__(self, claims):
        self.claims = claims
        self.load = {}
        self.asked = {}
        self.reach = {}
        self.told = self.store = None

    def add(self, program, line, seconds):
        self.asked.setdefault(program, {}).setdefault(questions.kind(line), []).append(seconds)

    def median(self, program, kind):
        found = self.asked.get(program, {}).get(kind)
        return statistics.median(found) if found else None

    def per_entity(self, program, kind):
        """The median of a walk's seconds by the entities that it came to."""
        found = self.asked.get(program, {}).get(kind)
        return statistics.median(s / max(1, n) for s, n in zip(found, self.reach[kind])) if found else None


def compare(name, lines, answers, right):
    for line, found, expected in zip(lines, answers, right, strict=True):
        if found not in (expected, "-"):
            shorter = lambda words: words if len(words) < 400 else words[:400] + "…"
            sys.exit(f"bench: {name} answers otherwise than C to {line!r}:\n{shorter(found)}\n{shorter(expected)}")


def measure(kg, claims, folder, with_peers):
    found = Measured(claims)
    file, store, bare = folder / "claims.jsonl", folder / "kg.db", folder / "bare.db"
    say(f"{claims} claims: loading")
    with open(file, "w") as lines:
        subprocess.run([sys.executable, HERE / "claims.py", str(claims)], stdout=lines, check=True)
    load, ask = compiled("load", folder), compiled("ask", folder)
    for name, arguments in (
        ("kg", [kg, "--db", store, "import", file]),
        ("kg without the search for clashes", [kg, "--db", folder / "plain.db", "import", "--no-clashes", file]),
        ("C", [load, bare, file, *schema()]),
        ("C without the indexes of words", [load, "--no-words", folder / "wordless.db", file, *schema()]),
    ):
        seconds, peak, _, _ = timed(arguments)
        found.load[name] = (seconds, peak)
        say(f"{name}: {seconds:.1f} s, {peak:.0f} MB")
    found.store = store.stat().st_size
    for name in ("plain.db", "wordless.db"):
        (folder / name).unlink()

    asked = folder / "questions.tsv"
    lines = list(questions.questions(EACH, open(file, encoding="utf-8")))
    _, _, clashes, _ = timed([kg, "--db", store, "contradictions", "--format", "jsonl"])
    clashing = sorted({json.loads(clash)["a"]["subject"] for clash in clashes.splitlines()})
    lines += [f"clashes\t{name}" for name in clashing[:: max(1, len(clashing) // EACH)][:EACH]]
    asked.write_text("".join(line + "\n" for line in lines))

    def told(*program):
        """What a program of our own found, which times itself."""
        answers, seconds = folder / "answers", folder / "seconds"
        run = timed([*program, asked, answers, seconds, "2"])
        took = seconds.read_text().splitlines()
        return answers.read_text().split("\n")[:-1], took, run

    say("asking")
    right, took, _ = told(ask, store)
    for line, answer, seconds in zip(lines, right, took, strict=True):
        found.add(BARE, line, float(seconds))
        if questions.kind(line) in ("hops2", "hops3"):
            size = int(answer) if questions.kind(line) == "hops3" else len(answer.split(","))
            found.reach.setdefault(questions.kind(line), []).append(size)

    printed = []
    for line in lines:
        seconds, _, output, _ = timed([kg, "--db", store, *questions.command(line)])
        found.add(COLD, line, seconds)
        printed.append(output)
    compare("kg", lines, [questions.answer(*pair) for pair in zip(lines, printed)], right)

    one = folder / "one.tsv"
    for line in lines:
        one.write_text(line + "\n")
        found.add(BARE_COLD, line, timed([ask, store, one, folder / "answers", folder / "seconds", "1"])[0])

    if has_shell(kg):
        shell = Shell(kg, store)
        for line, output in zip(lines, printed):
            # Nothing printed, nothing to wait for: what has no answer is measured as a process only.
            if output:
                first = shell.seconds(questions.command(line), output.encode(), 1)
                times = max(1, min(20, int(0.2 / first)))
                found.add(SESSION, line, shell.seconds(questions.command(line), output.encode(), times))
        shell.close()

    for peer in peers.PEERS if with_peers else ():
        if there(peer):
            answers, took, run = told(sys.executable, HERE / "peers.py", peer, file, folder)
            found.load[peer] = (float(run[2]), run[1])
            say(f"{peer}: {float(run[2]):.1f} s, {run[1]:.0f} MB")
            compare(peer, lines, answers, right)
            for line, seconds in zip(lines, took):
                if seconds != "-":
                    found.add(peer, line, float(seconds))

    found.told = ingested(kg, store, file, folder)
    return found


def has_shell(kg):
    return "\n  shell " in timed([kg, "--help"])[2]


def ingested(kg, store, file, folder):
    """Seconds to read an insight that denies what another one says, each time a new one; every clash must be found."""
    seconds = []
    with open(file, encoding="utf-8") as lines:
        denied = []
        for line in lines:
            claim = json.loads(line)["claims"][0]
            if claim["relation"] == "bans" and claim["polarity"] == "positive" and claim["subject"] != claim["object"]:
                denied.append((json.loads(line)["published"], claim))
            if len(denied) == TOLD:
                break
    for n, (day, claim) in enumerate(denied):
        text = "%s does not ban %s %s." % (claim["subject"], claim["object"], claim["scope"])
        late = folder / "late.jsonl"
        late.write_text(json.dumps({"id": f"late {n}", "document": f"late {n}", "published": day, "text": text}) + "\n")
        start = time.perf_counter()
        run = subprocess.run([kg, "--db", store, "ingest", late], capture_output=True, text=True)
        seconds.append(time.perf_counter() - start)
        if "new contradiction" not in run.stderr + run.stdout:
            sys.exit(f"bench: no clash found for {text!r}: {run.stderr}")
    return statistics.median(seconds)


# What is printed.


def span(seconds):
    if seconds is None:
        return ""
    for unit, size in (("s", 1), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e6:.3g} µs"


def table(heads, rows):
    rows = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in row) + " |" for row in rows) + "\n"


def ratio(a, b):
    return a / b if a is not None and b else None


def targets(measured):
    """Name, figure as text, limit as text, and whether it was reached; None where there is nothing to compare."""
    large = measured[SCALE]

    def below(what, value, limit, shown=lambda v: f"{v:.2f}"):
        if value is None:
            return what, "not measured", f"≤ {shown(limit)}", None
        return what, shown(value), f"≤ {shown(limit)}", value <= limit

    def quicker(what, program, kind, others, times=1.0):
        mine = large.median(program, kind)
        rows = [(other, large.median(other, kind)) for other in others]
        for other, theirs in rows:
            value = ratio(theirs, mine)
            limit = f"≥ {times:g}" if times > 1 else "> 1"
            yield (
                f"{what}, times as fast as {other}", "not measured" if value is None else f"{value:.1f}", limit,
                None if value is None else value >= times if times > 1 else value > 1)

    session = lambda kind: large.median(SESSION, kind)
    plain = large.load["kg without the search for clashes"][0]
    megabytes = lambda v: f"{v:.0f} MB"
    yield below("load, clashes left for later, times C's time", ratio(plain, large.load["C"][0]), 1.25)
    yield below("load with the search for clashes, times C's time", ratio(large.load["kg"][0], large.load["C"][0]), 1.25)
    yield below("memory while loading", large.load["kg"][1], 600, megabytes)
    yield below("a subject's claims, session, times C's time", ratio(session("subject"), large.median(BARE, "subject")), 1.3)
    yield from quicker("a subject's claims, session", SESSION, "subject", ["DuckDB"], 5)
    for kind in ("hops2", "hops3", "path"):
        yield from quicker(f"{questions.KINDS[kind]}, session", SESSION, kind, ["igraph", "NetworkX"])
    yield below("all clashes, session", session("clashes"), 0.010, span)
    yield below("clashes of an entity, session", session("clashes about"), 0.001, span)
    yield below("phrase search, session, times C's time", ratio(session("phrase"), large.median(BARE, "phrase")), 1.2)
    for kind in ("hops2", "subject", "path"):
        yield below(f"{questions.KINDS[kind]}, new process", large.median(COLD, kind), 0.008, span)
    yield below("one new insight, read, compared and on the disk", large.told, 0.050, span)
    # Of a process that starts anew its start would hide what grows.
    program = SESSION if session("subject") else COLD
    for kind in ("subject", "path", "phrase", "clashes about"):
        times = spread(m.median(program, kind) for m in measured.values())
        yield below(f"{questions.KINDS[kind]}, slowest scale times the quickest", times, 2)
    for kind in ("hops2", "hops3"):
        times = spread(m.per_entity(program, kind) for m in measured.values())
        yield below(f"{questions.KINDS[kind]}, by entity reached, slowest scale times the quickest", times, 2)
    times = spread(m.load["kg"][0] / m.claims for m in measured.values())
    yield below("load of a claim, slowest scale times the quickest", times, 1.3)


def spread(values):
    values = [value for value in values if value]
    return max(values) / min(values) if len(values) > 1 else None


def version(program, *arguments):
    try:
        return subprocess.run([program, *arguments], capture_output=True, text=True, cwd=ROOT).stdout.splitlines()[0]
    except (OSError, IndexError):
        return "unknown"


def report(measured, load):
    out = ["# kg beside C, DuckDB, igraph and NetworkX\n"]
    out.append("Written by `make bench-peers`; `compare.py` says how it is measured, `questions.py` what is asked, `PROFILE.md` where the time goes.\n")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    known = [f"{peer} {importlib.metadata.version(peer.lower())}" for peer in reversed(peers.PEERS) if there(peer)]
    commit = version("git", "log", "-1", "--format=%h of %cs")
    out.append(
        f"{datetime.date.today()}, {cpuinfo('model name') or platform.machine()}, {os.cpu_count()} cores, {memory:.0f} GB, "
        f"{platform.system()} {platform.release()}, load {load:.1f} before. kg {commit}, SQLite {sqlite3.sqlite_version}, "
        f"{version('cc', '--version')}, Python {platform.python_version()}" + "".join(f", {name}" for name in known) + ".\n")
    out.append("![Seconds by number of claims](results.svg)\n")
    if not any(SESSION in m.asked for m in measured.values()):
        out.append("This kg has no `shell`, so it is measured as a new process for each question only.\n")
    out.append(f"## Targets, at {SCALE} claims\n")
    marks = {True: "reached", False: "**missed**", None: ""}
    out.append(table(["what", "found", "wanted", ""], [(*row, marks[reached]) for *row, reached in targets(measured)]))
    for claims, m in measured.items():
        out.append(f"## {claims} claims\n")
        out.append(table(
            ["load", "time", "claims/s", "peak memory"],
            [(name, span(s), f"{claims / s:.0f}", f"{peak:.0f} MB") for name, (s, peak) in m.load.items()]))
        out.append(f"The store has {m.store / 2**20:.0f} MB. One new insight is read, compared and on the disk after {span(m.told)}.\n")
        names = [name for name in PROGRAMS if name in m.asked]
        out.append(table(
            ["question", *names],
            [(what, *(span(m.median(name, kind)) or "–" for name in names)) for kind, what in questions.KINDS.items()]))
    return "\n".join(out)


def panels(measured):
    found = {"load": {}}
    for name in ["kg", "C", *reversed(peers.PEERS)]:
        curve = {claims: m.load[name][0] for claims, m in measured.items() if name in m.load}
        if curve:
            found["load"][{"kg": COLD}.get(name, name)] = curve
    for kind, what in questions.KINDS.items():
        curves = {name: {c: m.median(name, kind) for c, m in measured.items() if m.median(name, kind)} for name in PROGRAMS}
        found[what] = {name: curve for name, curve in curves.items() if curve}
    found["one new insight into the store"] = {COLD: {claims: m.told for claims, m in measured.items()}}
    return found


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: compare.py KG")
    kg = os.path.abspath(sys.argv[1])
    load = os.getloadavg()[0]
    measured = {}
    for claims in GROWTH:
        # Beside the build rather than in /tmp, which may be memory: what is durable must reach a disk.
        with tempfile.TemporaryDirectory(dir=ROOT / ".build") as folder:
            measured[claims] = measure(kg, claims, pathlib.Path(folder), claims <= SCALE)
    title = f"Time by number of claims, {cpuinfo('model name') or platform.machine()}, {os.cpu_count()} cores"
    (HERE / "results.svg").write_text(chart.svg(title, PROGRAMS, panels(measured)))
    (HERE / "RESULTS.md").write_text(report(measured, load))
    print(report(measured, load))


if __name__ == "__main__":
    main()
