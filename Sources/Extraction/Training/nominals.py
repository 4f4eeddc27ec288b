"""Writes the nouns of WordNet 3.0 that name what a verb does: "adoption" of adopt, "insistence" of insist.

usage: nominals.py WORDNET OUT     WORDNET holds index.noun, data.noun, index.verb and data.verb

A noun counts when one of its first two senses is an act, event, process, state or speech act, WordNet derives it from a
verb that the tagged corpora have, and its ending shows that it is made from the verb: "deal" and "war" are things too.
"""
import re
import sys

KINDS = {4, 10, 11, 22, 26}  # lexicographer files: act, communication, event, process, state
ENDINGS = ("ation", "ition", "tion", "sion", "ment", "al", "ance", "ence", "ure", "ency", "ery", "age")
TAKEN = {"agreement", "government", "document", "statement", "treatment", "experience", "apartment", "instrument", "element",
         "signal", "material", "measure", "figure", "structure", "culture", "nature", "future", "picture", "feature",
         "station", "nation", "section", "position", "condition", "generation", "information", "organization",
         "association", "foundation", "institution", "population", "administration", "version", "mission", "commission",
         "session", "department", "management", "science", "difference", "audience", "sentence", "evidence", "advantage",
         "language", "package", "storage", "message", "image", "delivery", "battery", "machinery", "discovery", "capture"}


def synsets(path):
    for line in open(path, encoding="ascii"):
        if line.startswith(" "):
            continue
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * i].lower() for i in range(count)]
        at = 4 + 2 * count
        pointers = [fields[at + 1 + 4 * k : at + 5 + 4 * k] for k in range(int(fields[at]))]
        yield fields[0], int(fields[1]), words, pointers


def index(path):
    for line in open(path, encoding="ascii"):
        fields = line.split()
        if not line.startswith(" ") and re.fullmatch("[a-z]+", fields[0]):
            pointers = int(fields[3])
            yield fields[0], int(fields[5 + pointers]), fields[6 + pointers :]


def common(a, b):
    """How many letters two words begin with alike."""
    return next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))


def main():
    folder, out = sys.argv[1:3]
    tagged = {verb for verb, count, _ in index(f"{folder}/index.verb") if count}
    verbs = {offset: words for offset, _, words, _ in synsets(f"{folder}/data.verb")}
    nouns = {offset: rest for offset, *rest in synsets(f"{folder}/data.noun")}
    lines = []
    for noun, _, senses in index(f"{folder}/index.noun"):
        if noun in TAKEN or noun in tagged or not noun.endswith(ENDINGS):
            continue
        found = []
        for offset in senses[:2]:
            kind, words, pointers = nouns[offset]
            own = words.index(noun) + 1
            for symbol, target, part, places in pointers:
                if kind in KINDS and symbol == "+" and part == "v" and int(places[:2], 16) in (0, own):
                    verb = verbs[target][int(places[2:], 16) - 1]
                    if verb in tagged and common(verb, noun) >= 3:
                        found.append(verb)
        if found:
            lines.append(f"{noun} {max(found, key=lambda v: (common(v, noun), -len(v), v))}")
    with open(out, "w", encoding="ascii") as file:
        file.write("# Nouns that name what a verb does, from WordNet 3.0; Training/nominals.py wrote it, the license stands in\n")
        file.write("# Sources/Language/verbs.txt. A line each: noun, verb.\n")
        file.write("\n".join(sorted(lines)) + "\n")


if __name__ == "__main__":
    main()
