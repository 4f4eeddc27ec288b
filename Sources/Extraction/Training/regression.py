"""Logistic regression with soft targets: what the two fits of a confidence share."""
import random

import numpy as np

FOLDS, SEED = 5, 1


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def fit(x, y, ridge):
    """Weights by Newton's method; the first, the bias, is not held back."""
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


def plain_fit(x, y, ridge):
    """Weights for features as they come; the ridge weighs them as if all had one spread."""
    mean, scale = x.mean(0), x.std(0) + 1e-9
    mean[0], scale[0] = 0, 1
    w = fit((x - mean) / scale, y, ridge)
    plain = w / scale
    plain[0] -= float((w * mean / scale)[1:].sum())
    return plain


def held_out(x, y, owner, ridge):
    """Scores, each from weights fitted without the rows of its owner's fold."""
    owners = sorted(set(owner))
    random.Random(SEED).shuffle(owners)
    score = np.zeros(len(y))
    for k in range(FOLDS):
        held = np.isin(owner, owners[k::FOLDS])
        score[held] = x[held] @ plain_fit(x[~held], y[~held], ridge)
    return score


def calibration(guess, truth):
    """The calibration error in ten bins and the squared error, in words."""
    bins = np.minimum((guess * 10).astype(int), 9)
    error = sum(abs(guess[bins == b].mean() - truth[bins == b].mean()) * (bins == b).mean() for b in set(bins))
    return (f"calibration error {error:.3f}, squared error {((guess - truth) ** 2).mean():.4f} "
            f"(of the mean alone: {truth.var():.4f})")


def write(names, weights, script):
    print(f"# Weights of a logistic regression, written by Training/{script}.")
    for name, weight in zip(names, weights):
        print(f"{name} {weight:.4f}")
