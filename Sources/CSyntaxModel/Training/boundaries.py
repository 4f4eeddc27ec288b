"""Learns where sentences end from running text, for Sources/Text: a logistic regression over hashed features.

Each treebank document becomes one line, its sentences joined by single spaces; the places between two chunks
(runs without white space) are the examples. `SentenceEnd.swift` computes the same features; change both together.
"""
import argparse
import gzip
import math
import os
import random
from collections import Counter

# EWT's mails and forum posts end sentences as few edited texts do, so they count less.
TRAIN = [("en_gum_nonnc-train", 1.0), ("en_ewt-train", 0.3)]
BITS = 14
SCALE = 16  # a weight of 1 as a whole number
EPOCHS = 8
COMMON = 250  # words with features of their own, of all and of those that begin a sentence
SOFT = 0.5  # what it takes to end a sentence without . ! ?, or before a small letter

OPENING = "\"'“‘([«{"
CLOSING = "\"'”’)]»}"
MARKS = ".!?…:;,"
STRONG = ".!?"
DASHES = "-–—•*·"
# Shapes and kinds are numbered as in SentenceEnd.swift.
LOWER, TITLE, CAPITALS, CAPITAL, MIXED, DIGIT, DASH, OTHER, EMPTY = range(1, 10)
NEVER, SOMETIMES, INITIAL, NUMBER, DOTTED, SHORT, CITATION = range(1, 8)


def documents(folder, name):
    """Documents as lists of sentences, each a list of chunks."""
    found = []
    with gzip.open(os.path.join(folder, name + ".conllu.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc") or not found:
                found.append([])
            if line.startswith("# text = "):
                found[-1].append(line[9:].split())
    return [document for document in found if document]


def word_lists(path):
    lists = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#") and ":" in line:
                name, words = line.split(":", 1)
                lists[name] = set(words.split())
    return lists


def ascii_lower(text):
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in text)


def is_digit(c):
    return "0" <= c <= "9"


def shape(core):
    if not core:
        return EMPTY
    first = core[0]
    if is_digit(first):
        return DIGIT
    if first in DASHES:
        return DASH
    if not first.isalpha():
        return OTHER
    letters = [c for c in core if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0:
        return LOWER
    if capitals == len(letters):
        return CAPITAL if len(letters) == 1 else CAPITALS
    return TITLE if first.isupper() else MIXED


def key(stem, lists):
    """The word as features know it: small letters; days, months and numbers stand for their kind."""
    low = ascii_lower(stem)
    if low in lists["days"]:
        return "<day>"
    if low in lists["months"]:
        return "<month>"
    if low and all(is_digit(c) or c in ".," for c in low):
        digits = min(4, len(low.split(".")[0]))
        return "<" + "9" * digits + (".9>" if "." in low else ">")
    return low


class Chunk:
    def __init__(self, text, lists):
        self.text = text
        end = len(text)
        while end and text[end - 1] in CLOSING:
            end -= 1
        closing = text[end : end + 1]
        self.closing = 0 if not closing else 1 if closing in ")]" else 2
        self.mark = MARKS.index(text[end - 1]) + 1 if end and text[end - 1] in MARKS else 0
        begin = 0
        while begin < end and text[begin] in OPENING:
            begin += 1
        self.opening = OPENING.index(text[begin - 1]) + 1 if begin else 0
        core = text[begin:end]
        self.shape = shape(core)
        stem = core[:-1] if self.mark else core
        self.key = key(stem, lists)
        self.long = len(stem) > 3
        self.kind = self.kind_of(stem, lists)

    def kind_of(self, stem, lists):
        low = ascii_lower(stem)
        if self.mark == 1:
            if low in lists["never"]:
                return NEVER
            if low in lists["sometimes"]:
                return SOMETIMES
            if len(stem) == 1 and stem.isupper():
                return INITIAL
            if stem and all(is_digit(c) for c in stem):
                return NUMBER
            if "." in stem and all(c.isalpha() or c == "." for c in stem):
                return DOTTED
            if len(stem) <= 3:
                return SHORT
        elif (self.text[0] == "[" or self.text[-1] == "]") and any(is_digit(c) for c in self.text):
            return CITATION
        return 0


def bucket(n):
    return n if n < 4 else 4 if n < 7 else 5 if n < 13 else 6 if n < 26 else 7 if n < 41 else 8


class Sofar:
    """What the sentence under way holds, and how the document's sentences begin."""

    def __init__(self):
        self.beginnings = set()
        self.first = None
        self.clear()

    def clear(self):
        self.first, self.before, self.last = None, None, None
        self.count = self.lower = self.quoted = self.brackets = 0

    def add(self, chunk):
        if self.first is None:
            self.first = chunk
            self.beginnings.add(chunk.key)
        self.before, self.last = self.last, chunk
        self.count += 1
        self.lower += chunk.shape == LOWER and chunk.long
        for c in chunk.text:
            if c == "“":
                self.quoted = 1
            elif c == '"':
                self.quoted = 1 - self.quoted
            elif c == "”":
                self.quoted = 0
            elif c in "([":
                self.brackets += 1
            elif c in ")]" and self.brackets:
                self.brackets -= 1


def may_end(a, b):
    """Whether a sentence may end between two chunks at all."""
    if a.kind == NEVER or a.kind in (SOMETIMES, DOTTED) and b.shape == CAPITALS and not b.opening:
        return False  # "U.S. AI labs"
    if a.mark == 0:
        return b.shape != LOWER or b.opening > 0
    if MARKS[a.mark - 1] == ",":
        return b.shape in (TITLE, CAPITALS, CAPITAL, DIGIT, DASH) or b.opening > 0
    return True


def bucketed(*values):
    h = 2166136261
    for v in values:
        h = ((h ^ v) * 16777619) & 0xFFFFFFFF
    h ^= h >> 15
    h = (h * 0x85EBCA6B) & 0xFFFFFFFF
    h ^= h >> 13
    return h & ((1 << BITS) - 1)


def features(so_far, b, c, ids):
    a, before, first = so_far.last, so_far.before, so_far.first
    mark = a.mark * 3 + a.closing
    begin = b.opening * 16 + b.shape
    aw, bw = ids.get(a.key, 0), ids.get(b.key, 0)
    length = bucket(so_far.count)
    known = b.shape in (TITLE, CAPITALS) and b.key in so_far.beginnings
    found = [
        (1, mark, begin),
        (2, a.kind, begin),
        (3, a.kind, mark),
        (4, a.mark, bw, b.shape),
        (5, bw, b.shape),
        (6, a.kind, bw),
        (7, aw, mark),
        (8, a.mark, before.shape * 16 + before.mark if before else 0, a.shape, begin),
        (9, a.mark, length, bucket(so_far.lower), b.shape),
        (10, so_far.quoted * 2 + min(1, so_far.brackets), mark),
        (11, ids.get(first.key, 0), a.mark, length, a.shape, b.shape),
        (12, int(a.key == b.key), a.mark, b.shape),
    ]
    if c:
        found.append((13, a.mark, b.shape, ids.get(c.key, 0), c.shape))
    if known:
        found.append((14, a.mark, bw, a.shape, length))
    return found


def examples(document, ids, lists):
    chunks = [[Chunk(text, lists) for text in sentence] for sentence in document]
    flat = [chunk for sentence in chunks for chunk in sentence]
    so_far, i = Sofar(), 0
    for sentence in chunks:
        so_far.clear()
        for k, chunk in enumerate(sentence):
            so_far.add(chunk)
            i += 1
            if i < len(flat) and may_end(chunk, flat[i]):
                after = flat[i + 1] if i + 1 < len(flat) else None
                yield features(so_far, flat[i], after, ids), k == len(sentence) - 1


def train(rows, seed):
    rows = [([bucketed(*f) for f in found], ends, share) for found, ends, share in rows]
    weights, steps = [0.0] * (1 << BITS), [0.0] * (1 << BITS)
    order = random.Random(seed)
    for _ in range(EPOCHS):
        order.shuffle(rows)
        for found, ends, share in rows:
            z = sum(weights[f] for f in found)
            error = (1 / (1 + math.exp(-max(-30.0, min(30.0, z)))) - ends) * share
            if abs(error) < 1e-3:
                continue
            for f in found:
                steps[f] += error * error
                weights[f] -= 0.3 * error / (1 + math.sqrt(steps[f]))
    return [max(-127, min(127, round(w * SCALE))) for w in weights]


def sentences(chunks, weights, ids):
    """Chunks to sentences, each a pair of its first chunk and its last."""
    so_far, found, start = Sofar(), [], 0
    for i, chunk in enumerate(chunks):
        so_far.add(chunk)
        if i + 1 < len(chunks) and may_end(chunk, chunks[i + 1]):
            after = chunks[i + 2] if i + 2 < len(chunks) else None
            z = sum(weights[bucketed(*f)] for f in features(so_far, chunks[i + 1], after, ids))
            plain = chunk.mark and MARKS[chunk.mark - 1] in STRONG and chunks[i + 1].shape != LOWER
            if z > (0 if plain else SOFT * SCALE):
                found.append((start, i))
                start = i + 1
                so_far.clear()
    return found + [(start, len(chunks) - 1)]


def f1(folder, name, weights, ids, lists):
    right = gold = system = 0
    for document in documents(folder, name):
        ends, i = set(), 0
        for sentence in document:
            ends.add((i, i + len(sentence) - 1))
            i += len(sentence)
        own = set(sentences([Chunk(t, lists) for s in document for t in s], weights, ids))
        right, gold, system = right + len(ends & own), gold + len(ends), system + len(own)
    return 2 * right / (gold + system)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--treebanks", required=True)
    p.add_argument("--text", required=True, help="the folder Sources/Text: words.txt in, what is learnt out")
    p.add_argument("--seed", type=int, default=1)
    options = p.parse_args()
    lists = word_lists(os.path.join(options.text, "words.txt"))
    treebanks = [(documents(options.treebanks, name), share) for name, share in TRAIN]
    everywhere, beginning = Counter(), Counter()
    for found, _ in treebanks:
        for sentence in (s for document in found for s in document if s):
            keys = [Chunk(t, lists).key for t in sentence]
            everywhere.update(keys)
            beginning.update(keys[:1])
    common = set()
    for counts in (everywhere, beginning):
        common.update(k for k, _ in sorted(counts.items(), key=lambda x: (-x[1], x[0]))[:COMMON])
    words = sorted(common - {""})
    ids = {word: i + 1 for i, word in enumerate(words)}
    rows = [(f, ends, share) for found, share in treebanks for d in found for f, ends in examples(d, ids, lists)]
    weights = train(rows, options.seed)
    with open(os.path.join(options.text, "boundary-words.txt"), "w", encoding="utf-8") as out:
        out.write("\n".join(words) + "\n")
    with open(os.path.join(options.text, "boundary-weights.bin"), "wb") as out:
        out.write(bytes(w & 0xFF for w in weights))
    for name in ("en_gum_nonnc-dev", "en_gum_nonnc-test", "en_ewt-dev", "en_ewt-test", "en_pud-test"):
        if os.path.exists(os.path.join(options.treebanks, name + ".conllu.gz")):
            print(f"{name:20} sentences {f1(options.treebanks, name, weights, ids, lists):.4f}")


if __name__ == "__main__":
    main()
