#!/usr/bin/env python3
"""A seeded list of questions to a store of claims.py, and how kg is asked them: questions.py COUNT CLAIMS.jsonl > questions.tsv

A line is a kind and its arguments, separated by tabs. Entities are drawn evenly, so most have a handful of claims, as in the store.

    subject E     the claims of a subject with all their texts, by insight
    hops2 E       whom its claims lead to in one step or two, by name
    hops3 E       to how many they lead in three steps at most
    path A B      how many claims lie between two, read in either direction; 0 for more than four
    phrase WORDS  the insights that hold these words in this order
    clashes       all that can't both hold, by id; clashes E: where E has a part in it
"""
import json
import random
import sys

KINDS = {
    "subject": "a subject's claims with texts",
    "hops2": "two steps, names",
    "hops3": "three steps, count",
    "path": "shortest path",
    "phrase": "phrase search",
    "clashes about": "clashes of an entity",
    "clashes": "all clashes",
}


def kind(line):
    """Of a line; clashes of one entity are another kind than all."""
    words = line.split("\t")
    return "clashes about" if words[0] == "clashes" and len(words) > 1 else words[0]


def questions(count, claims):
    """Lines from the lines of claims.py."""
    choose = random.Random(count)
    subjects, phrases, seen = set(), [], 0
    for line in claims:
        claim = json.loads(line)["claims"][0]
        subjects.add(claim["subject"])
        # A sample of a stream: each line has the same chance.
        seen += 1
        place = len(phrases) if len(phrases) < count else choose.randrange(seen)
        if place < count:
            phrases[place:place + 1] = ["%s %s %s" % (claim["relation"], claim["object"], claim["scope"])]
    subjects = sorted(subjects)
    some = lambda: choose.choice(subjects)
    for kind in ("subject", "hops2", "hops3"):
        yield from ("%s\t%s" % (kind, some()) for _ in range(count))
    for _ in range(count):
        yield "path\t%s\t%s" % tuple(choose.sample(subjects, 2))
    yield from ("phrase\t" + words for words in phrases)
    yield from ("clashes\t" + some() for _ in range(count))
    yield from ["clashes"] * 5


def command(line):
    """The arguments that ask kg for it."""
    kind, *asked = line.split("\t")
    sql = lambda statement: ["sql", "--format", "tsv", " ".join(statement.format(*asked).split())]
    if kind == "subject":
        return sql(
            "SELECT insight, relation, object, polarity, scope, published, source, document, quote "
            "FROM claims WHERE subject = '{}' ORDER BY insight")
    if kind in ("hops2", "hops3"):
        walk = ["neighbours", "--format", "tsv", "--direction", "out", "--steps", kind[-1], *asked]
        return walk if kind == "hops2" else walk + ["--count"]
    if kind == "path":
        return ["path", "--format", "tsv", "--count", *asked]
    if kind == "phrase":
        return sql("""
            SELECT i.name FROM insight_words AS w JOIN insight AS i ON i.id = w.rowid
            WHERE insight_words MATCH '"{}"' ORDER BY i.name""")
    return ["contradictions", "--format", "tsv"] + (["--about", asked[0]] if asked else [])


def answer(line, printed):
    """What kg printed, as the other programs give it."""
    kind = line.split("\t")[0]
    if kind == "path":
        return (printed.splitlines()[1:] or ["0"])[0]
    heads, *rows = [row.split("\t") for row in printed.splitlines()] or [[]]
    if kind == "clashes":
        return ";".join(sorted(row[heads.index("id")] for row in rows))
    if kind == "hops2":
        return ",".join(sorted(name for _, name in rows))
    if kind == "hops3":
        return str(sum(int(count) for _, count in rows))
    return ";".join("|".join(row) for row in rows)


def main():
    if len(sys.argv) != 3 or not sys.argv[1].isdigit():
        sys.exit(__doc__.splitlines()[0])
    with open(sys.argv[2], encoding="utf-8") as claims:
        for line in questions(int(sys.argv[1]), claims):
            print(line)


if __name__ == "__main__":
    main()
