#!/usr/bin/env python3
"""Fit the confidence of claims and write its weights to standard output.

usage: fit_claims.py KG GOLD... > ../Canonical/claimconfidence.txt

KG    the kg binary; `kg extract --eval --features` gives a line a claim: 1 or 0, insight, features
GOLD  gold insights, files or folders; the weights that ship were fitted on Tests/ExtractionTests/Gold/reports-*.jsonl
      and the project's development gold

A claim's target is whether the gold has it. Prints to standard error, cross-validated over insights: calibration error,
squared error, and the area under the precision-recall curve with these confidences and in random order.
"""
import subprocess
import sys

import numpy as np

from regression import SEED, calibration, held_out, plain_fit, sigmoid, write

RIDGE = 60.0  # a few hundred claims bear no sharp weights


def area(right, confidence):
    """Average precision of the ranking by confidence."""
    order = np.argsort(-confidence, kind="stable")
    hits = right[order]
    return float((hits.cumsum() / (np.arange(len(hits)) + 1))[hits > 0].mean())


def main(kg, *gold):
    lines = subprocess.run(
        [kg, "extract", "--eval", "--features", *gold], check=True, capture_output=True, text=True).stdout.splitlines()
    rows = [line.split("\t") for line in lines]
    noted = [dict(pair.split("=") for pair in row[2].split(" ")) for row in rows]
    names = ["bias"] + sorted(n for n in noted[0] if n != "bias")
    x = np.array([[float(row[n]) for n in names] for row in noted])
    y = np.array([float(row[0]) for row in rows])
    guess = sigmoid(held_out(x, y, np.array([row[1] for row in rows]), RIDGE))
    dice = np.random.default_rng(SEED)
    by_chance = np.mean([area(y, dice.random(len(y))) for _ in range(200)])
    print(f"{len(y)} claims, {y.mean():.3f} right; {calibration(guess, y)}, "
          f"area {area(y, guess):.3f} (by chance {by_chance:.3f})", file=sys.stderr)
    for least in (0.3, 0.4, 0.5, 0.6):
        kept = guess >= least
        print(f"only from {least}: {kept.sum()} claims, precision {y[kept].mean():.3f}, keeps {y[kept].sum() / y.sum():.3f} of the right ones", file=sys.stderr)
    write(names, plain_fit(x, y, RIDGE), "fit_claims.py")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
