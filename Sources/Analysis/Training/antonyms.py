#!/usr/bin/env python3
"""Writes ../antonyms.txt: opposite words of WordNet 3.0 that its tagged texts have.

usage: antonyms.py WORDNET > ../antonyms.txt      (the folder with data.adj and cntlist.rev)
"""
import collections
import re
import sys

HEAD = """\
# Words of opposite sense, from WordNet 3.0; Training/antonyms.py wrote it, the license stands in
# Sources/Language/verbs.txt. A line each: kind of word, a word, its opposite.
"""
# Kinds whose opposites exclude each other when said of one thing; of nouns few do.
KINDS = {"adj": "a", "verb": "v", "adv": "r"}


def opposites(folder, kind):
    """Pairs of words whose senses WordNet links as antonyms."""
    synsets = {}
    with open(f"{folder}/data.{kind}", encoding="ascii") as file:
        for line in file:
            if line.startswith("  "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [re.sub(r"\(.*\)", "", fields[4 + 2 * i]).lower() for i in range(count)]
            at = 4 + 2 * count
            links = [fields[at + 1 + 4 * i:at + 5 + 4 * i] for i in range(int(fields[at]))]
            synsets[fields[0]] = (words, links)
    for words, links in synsets.values():
        for sign, target, _, places in links:
            if sign == "!" and target in synsets:
                yield words[int(places[:2], 16) - 1], synsets[target][0][int(places[2:], 16) - 1]


def main():
    folder = sys.argv[1]
    uses = collections.Counter()
    with open(f"{folder}/cntlist.rev", encoding="ascii") as file:
        for line in file:
            key, _, count = line.split()
            uses[key.split("%")[0]] += int(count)
    sys.stdout.write(HEAD)
    for kind, letter in sorted(KINDS.items()):
        pairs = {tuple(sorted(pair)) for pair in opposites(folder, kind)}
        for a, b in sorted(pairs):
            if a.isalpha() and b.isalpha() and uses[a] and uses[b]:
                print(letter, a, b)


main()
