#!/usr/bin/env python3
"""Fit the confidence of open tuples and write its weights to standard output.

usage: fit.py KG GOLD.tsv SENTENCES.txt SCORER.py > ../Open/confidence.txt

KG         the kg binary; its tuples' features come from `kg extract --open --features`
GOLD       sentence TAB relation TAB subject TAB object [TAB argument ...], as CaRB's gold
SENTENCES  the gold's sentences, one a line
SCORER     a module with CaRB's pair_score, greedy, score, key, read_gold, Tuple3

Three steps, each fitted without the sentences that it is measured on: which tuples are worth more (a regression on a
tuple's precision and on the recall that only it brings), how precise a tuple of such worth is (slope and intercept of a
second one), and one value for all but the doubtful. README.md says why. Prints to standard error what it measures.
"""
import importlib.util
import random
import subprocess
import sys
from collections import defaultdict

import numpy as np

from regression import SEED, calibration, held_out, plain_fit, sigmoid, write

RIDGE = 20.0
DOUBTFUL = 0.25  # the share of tuples that are told apart

NAMES = """bias depth coverage weakest_arc object_arc object_length verbs_in_subject verbs_in_arguments
conjuncts_in_arguments clause_in_arguments long_subject named_subject indefinite_subject own_subject subject_first copular
active_participle complement chain marked open_condition""".split()


def read(kg, sentences, scorer):
    """Tuples and their features by sentence."""
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
    return tuples, features


def judge(gold, tuples, scorer):
    """Of each tuple of a sentence: precision against its gold tuple, and the recall that is lost without it."""
    table = [[scorer.pair_score(g, t) for t in tuples] for g in gold]
    cells = [(i, j, *pair) for i, row in enumerate(table) for j, pair in enumerate(row)]
    matched = {c[1]: c[2] for c in scorer.greedy(cells, lambda c: c[2])}
    recall = [0.0] * len(tuples)
    for row in table:
        *_, second, best = sorted([0.0] + [r for _, r in row])
        recall[max(range(len(row)), key=lambda j: row[j][1])] += best - second
    return [(matched.get(j, 0.0), recall[j]) for j in range(len(tuples))]


def main(kg, gold_file, sentences, scorer_file):
    spec = importlib.util.spec_from_file_location("scorer", scorer_file)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = scorer.read_gold(gold_file)
    tuples, features = read(kg, sentences, scorer)
    order = sorted(n for n in tuples if n in gold)
    owner = np.array([n for n in order for _ in tuples[n]])
    x = np.vstack([features[n] for n in order])
    precise, recall = np.array([pair for n in order for pair in judge(gold[n], tuples[n], scorer)]).T

    def measured(confidence):
        ranked = defaultdict(list)
        for name, value, one in zip(owner, confidence, (t for n in order for t in tuples[n])):
            ranked[name].append((round(float(value), 3), one))
        return scorer.score(gold, ranked)

    def say(label, confidence):
        p, r, f, area = measured(confidence)
        print(f"{label:17}P {100*p:.1f} R {100*r:.1f} F1 {100*f:.1f} AUC {100*area:.1f}", file=sys.stderr)

    # Leaving a tuple out lifts the curve when it costs more precision than the line from P 1, R 0 allows for its recall.
    p, r, _, _ = measured(np.ones(len(x)))
    share = (1 - p) / r * len(x) / sum(map(len, gold.values()))
    worth = np.clip((precise + share * recall) / (1 + share), 0, 1)

    score = held_out(x, worth, owner, RIDGE)
    line = np.c_[np.ones(len(x)), score]
    guess = sigmoid(held_out(line, precise, owner, 0))
    start = np.quantile(guess, DOUBTFUL)
    value = precise[guess >= start].mean()
    confidence = np.where(guess >= start, value, guess)
    say("fitted", confidence)
    say("no value for all", guess)
    say("constant", np.ones(len(x)))
    dice = random.Random(SEED)
    say("random", [dice.random() for _ in x])
    print(f"{calibration(confidence, precise)}, {len(x)} tuples", file=sys.stderr)
    for least in (0.3, 0.4, 0.5):
        print(f"only from {least}: {(confidence >= least).mean():.2f} of the tuples, "
              f"precision {precise[confidence >= least].mean():.3f}", file=sys.stderr)

    intercept, slope = plain_fit(line, precise, 0)
    weights = slope * plain_fit(x, worth, RIDGE)
    weights[0] += intercept
    final = sigmoid(x @ weights)
    start = np.quantile(final, DOUBTFUL)
    say("on all", np.where(final >= start, value, final))
    write(NAMES, weights, "fit.py")
    print(f"plateau {start:.3f} {value:.3f}")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
