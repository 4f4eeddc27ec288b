#!/usr/bin/env python3
"""Contradictions found in public sets of sentence pairs; Python 3 standard library only.

usage: public_sets.py KG FOLDER [--set NAME ...] [--triples] [--list N]

FOLDER holds NAME.dev.tsv with a header (id, text_a, text_b, label, and for sets of triples a_subj, a_rel,
a_obj, b_subj, b_rel, b_obj). Each pair becomes two insights of a store; a pair counts as flagged when
`kg contradictions` gives a clash of the two with the label "contradiction". With --triples the slots are
imported as claims instead of reading the texts. Nothing of the sets is kept.
"""
import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile

# F1 and precision to reach.
TARGETS = {"rte3-3way": (0.30, 0.70), "glue-ax": (0.50, 0.70), "oie-triples-nli": (0.40, 0.70), "fracas": (0.60, 0.70)}
BATCH = 100


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def insight(row, side, number, triples):
    line = {"id": f"{number}{side}", "document": f"{number}{side}", "text": row[f"text_{side}"]}
    if triples:
        line["claims"] = [{
            "id": f"{number}{side}#1", "subject": row[f"{side}_subj"], "relation": row[f"{side}_rel"],
            "object": row[f"{side}_obj"]}]
    return json.dumps(line)


def flagged(kg, batch, triples):
    """The numbers of the pairs in which a contradiction is found, with its reason."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "pairs.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            for number, row in batch:
                for side in "ab":
                    file.write(insight(row, side, number, triples) + "\n")
        db = ["--db", os.path.join(folder, "kg.db")]
        subprocess.run([kg, *db, "import" if triples else "ingest", path], capture_output=True)
        found = subprocess.run(
            [kg, *db, "contradictions", "--label", "contradiction", "--format", "jsonl"],
            capture_output=True, text=True).stdout
    result = {}
    for line in found.splitlines():
        clash = json.loads(line)
        a, b = (clash[side]["evidence"]["insight"] for side in "ab")
        if a != b and a[:-1] == b[:-1]:
            result.setdefault(int(a[:-1]), f"{clash['kind']} {clash['score']} {clash['why']}")
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kg")
    parser.add_argument("folder")
    parser.add_argument("--set", action="append", dest="sets", choices=sorted(TARGETS))
    parser.add_argument("--triples", action="store_true")
    parser.add_argument("--list", type=int, default=0)
    options = parser.parse_args()
    fell_short = False
    for name in options.sets or TARGETS:
        path = os.path.join(options.folder, name + ".dev.tsv")
        if not os.path.exists(path):
            print(f"{name}: no {path}", file=sys.stderr)
            continue
        pairs = list(enumerate(rows(path)))
        found = {}
        for start in range(0, len(pairs), BATCH):
            found.update(flagged(options.kg, pairs[start:start + BATCH], options.triples))
        gold = {number for number, row in pairs if row["label"] == "contradiction"}
        hits = len(gold & found.keys())
        precision = hits / len(found) if found else 0
        recall = hits / len(gold) if gold else 0
        f1 = 2 * precision * recall / (precision + recall) if hits else 0
        least_f1, least_precision = TARGETS[name]
        good = f1 >= least_f1 and precision >= least_precision
        fell_short |= not good
        print(
            f"{name:16} pairs {len(pairs)}  flagged {len(found)}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"
            f"  {'reached' if good else f'short of F1 {least_f1:.2f}, P {least_precision:.2f}'}")
        by_label = [("false", sorted(found.keys() - gold)), ("missed", sorted(gold - found.keys()))]
        for what, numbers in by_label:
            for number in numbers[:options.list]:
                row = pairs[number][1]
                print(f"  {what}: {row['text_a']} | {row['text_b']} | {found.get(number, '')}")
    sys.exit(fell_short)


main()
