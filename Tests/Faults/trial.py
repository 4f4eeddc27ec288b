"""What the fault tests share: a folder with made-up claims in it, kg at work in there, and how a fault is told."""
import json
import os
import pathlib
import subprocess
import sys
import time

CLAIMS = pathlib.Path(__file__).resolve().parents[1] / "Benchmarks/claims.py"

# What kg may end with; anything else is a crash.
CODES = range(0, 6)


def fail(*words):
    sys.exit(f"{pathlib.Path(sys.argv[0]).name}: " + " ".join(map(str, words)))


def insights(count):
    lines = subprocess.run([sys.executable, CLAIMS, str(count)], stdout=subprocess.PIPE, check=True).stdout.decode()
    return [json.loads(line) for line in lines.splitlines()]


class Trial:
    def __init__(self, kg, folder):
        self.kg, self.folder = os.path.abspath(kg), pathlib.Path(folder)

    def write(self, name, insights, claims=True):
        """A file of insights, with their claims or as text alone."""
        kept = [i if claims else {k: v for k, v in i.items() if k != "claims"} for i in insights]
        (self.folder / name).write_text("".join(json.dumps(i) + "\n" for i in kept))

    def run(self, store, *arguments, timeout=120, lines=b""):
        return subprocess.run(
            [self.kg, "--db", store, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.folder,
            timeout=timeout, input=lines,
        )

    def begin(self, store, *arguments, stderr=subprocess.DEVNULL):
        return subprocess.Popen(
            [self.kg, "--db", store, *arguments], stdout=subprocess.DEVNULL, stderr=stderr, cwd=self.folder
        )

    def whole(self, store, work):
        """Seconds for the work undisturbed."""
        start = time.perf_counter()
        if (result := self.run(store, *work)).returncode != 0:
            fail(*work, result.stderr.decode())
        return time.perf_counter() - start

    def dump(self, store):
        result = self.run(store, "dump")
        if result.returncode != 0:
            fail("dump", store, result.stderr.decode())
        return result.stdout

    def check(self, store, sizes, when):
        """The store must be sound and hold all insights of each document or none; or its making came to nothing."""
        result = self.run(store, "check")
        if result.returncode == 5 and b"there is no store here" in result.stderr:
            return
        if result.returncode != 0:
            fail("after", when, "kg check says", result.stdout.decode(), result.stderr.decode())
        kept = self.run(store, "sql", "SELECT id, insights FROM documents", "--format", "json")
        for row in json.loads(kept.stdout or "[]"):
            if sizes[row["id"]] != int(row["insights"]):
                fail("after", when, row["id"], "has", row["insights"], "insights of", sizes[row["id"]])

    def drop(self, pattern):
        for path in self.folder.glob(pattern):
            path.unlink()


def sizes(insights):
    """How many insights each document has."""
    found = {}
    for insight in insights:
        found[insight["document"]] = found.get(insight["document"], 0) + 1
    return found
