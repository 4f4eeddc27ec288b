#!/usr/bin/env python3
"""Fit the confidence of open tuples and write its weights to standard output.

usage: fit.py KG GOLD.tsv SENTENCES.txt SCORER.py > ../Open/confidence.txt

KG         the kg binary; its tuples' features come from `kg extract --open --features`
GOLD       sentence TAB relation TAB subject TAB object [TAB argument ...], as CaRB's gold
SENTENCES  the gold's sentences, one a line
SCORER     a module with CaRB's pair_score, greedy, score, key, read_gold, Tuple3

A tuple's target is its precision against the gold tuple it is matched with one to one, 0 without one. Prints to
standard error, cross-validated over sentences: calibration error, F1, and the area under the precision-recall curve with
these confidences, with one confidence for all, and with confidences drawn at random. The scorer joins the curve's last
point to P 1, R 0 by a straight line, so that one confidence for all gets an area no order of real tuples reaches; the
random order is the honest zero.
"""
import importlib.util
import math
import random
import subprocess
import sys
from collections import defaultdict

import numpy as np

FOLDS, RIDGE, SEED = 5, 10.0, 1

# Features in the order of the weights; the bias comes first.
NAMES = """bias depth commas arguments arguments_length long_arguments long_subject relation_length sentence_length
weakest_arc clause_in_arguments name_in_subject bare_subject pronoun_subject subject_first begins_sentence says copular
negated main_clause complement chain apposition participle relative adverbial beside""".split()


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def fit(x, y, ridge=RIDGE):
    """Logistic regression with soft targets by Newton's method; the bias is not held back."""
    w = np.zeros(x.shape[1])
    ridge = ridge * np.r_[0, np.ones(x.shape[1] - 1)]
    for _ in range(50):
        p = sigmoid(x @ w)
        step = np.linalg.solve(
            (x.T * (p * (1 - p))) @ x + np.diag(ridge + 1e-9), x.T @ (p - y) + ridge * w)
        w -= step
        if abs(step).max() < 1e-9:
            break
    return w


def main(kg, gold_file, sentences, scorer_file):
    spec = importlib.util.spec_from_file_location("scorer", scorer_file)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = scorer.read_gold(gold_file)
    lines = subprocess.run(
        [kg, "extract", "--open", "--features", "--format", "tsv", "--input-format", "lines", sentences],
        check=True, capture_output=True, text=True).stdout.splitlines()
    tuples, features = defaultdict(list), defaultdict(list)
    for line in lines:
        sentence, noted, subject, relation, *arguments = line.split("\t")
        name = scorer.key(sentence)
        tuples[name].append(scorer.Tuple3(relation, [subject, *arguments]))
        noted = dict(pair.split("=") for pair in noted.split(" "))
        features[name].append([float(noted[n]) for n in NAMES])
    order = sorted(n for n in tuples if n in gold)
    x = {n: np.array(features[n]) for n in order}
    y = {}
    for name in order:
        cells = [
            (i, j, *scorer.pair_score(g, t))
            for i, g in enumerate(gold[name]) for j, t in enumerate(tuples[name])]
        matched = {c[1]: c[2] for c in scorer.greedy(cells, lambda c: c[2])}
        y[name] = np.array([matched.get(j, 0.0) for j in range(len(tuples[name]))])
    everything = np.vstack([x[n] for n in order])
    mean, scale = everything.mean(0), everything.std(0) + 1e-9
    mean[0], scale[0] = 0, 1
    z = {n: (x[n] - mean) / scale for n in order}

    shuffled = order[:]
    random.Random(SEED).shuffle(shuffled)
    guess = {}
    for k in range(FOLDS):
        held = set(shuffled[k::FOLDS])
        rest = [n for n in order if n not in held]
        w = fit(np.vstack([z[n] for n in rest]), np.concatenate([y[n] for n in rest]))
        guess.update({n: sigmoid(z[n] @ w) for n in held})

    def measured(confidence):
        p, r, f, area = scorer.score(
            gold, {n: list(zip(confidence(n), tuples[n])) for n in order})
        return f"P {100*p:.1f} R {100*r:.1f} F1 {100*f:.1f} AUC {100*area:.1f}"

    def say(*words):
        print(*words, file=sys.stderr)

    say("fitted:  ", measured(lambda n: [round(float(c), 3) for c in guess[n]]))
    say("constant:", measured(lambda n: [1.0] * len(tuples[n])))
    dice = random.Random(SEED)
    say("random:  ", measured(lambda n: [dice.random() for _ in tuples[n]]))
    for least in (0.3, 0.4, 0.5):
        p, r, f, _ = scorer.score(gold, {
            n: [(1.0, t) for t, c in zip(tuples[n], guess[n]) if c >= least] for n in order})
        say(f"only from {least}: P {100*p:.1f} R {100*r:.1f} F1 {100*f:.1f}")
    p, t = np.concatenate([guess[n] for n in order]), np.concatenate([y[n] for n in order])
    bins = np.minimum((p * 10).astype(int), 9)
    error = sum(abs(p[bins == b].mean() - t[bins == b].mean()) * (bins == b).mean() for b in set(bins))
    say(f"calibration error {error:.3f}, squared error {((p-t)**2).mean():.4f} "
        f"(of the mean alone: {t.var():.4f}), {len(t)} tuples")

    w = fit(np.vstack([z[n] for n in order]), np.concatenate([y[n] for n in order]))
    plain = w / scale
    plain[0] = w[0] - float((w * mean / scale)[1:].sum())
    print("# Weights of a logistic regression, written by Training/fit.py.")
    for name, weight in zip(NAMES, plain):
        print(f"{name} {weight:.4f}")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
