#!/usr/bin/env python3
"""Made-up claims as JSON lines, the same for the same number: claims.py COUNT > claims.jsonl

24 relations, and as many entities as an eighth of the claims; few of them take part in most claims, most in few (a power law).
An insight is a sentence with one claim, a document ten insights. One claim in twelve is a denial.
"""
import json
import random
import sys

RELATIONS = (
    "bans restricts allows supports opposes champions abandons adopts leads outperforms raises lowers "
    "accelerates slows releases buys funds hires sues builds trusts copies visits studies"
).split()
SYLLABLES = "ba ko ri mu ten sal vo da ni pel gor ha li sum fe tra jun wo ki zar".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday".split()
PLACES = "the north, the south, the coast, the capital, the hills, the islands, the valley, the port".split(", ")


def name(number):
    """A made-up name for each number: three syllables and more."""
    parts = []
    number += len(SYLLABLES) ** 2
    while number:
        number, digit = divmod(number, len(SYLLABLES))
        parts.append(SYLLABLES[digit])
    return "".join(parts).capitalize()


def claims(count):
    """Insights of one claim each, as dictionaries."""
    random_number = random.Random(count).random

    def some(things):
        return things[int(random_number() * len(things))]

    entities = max(16, count // 8)
    sources = ["%s %s" % (name(n), some(["Letter", "Hour", "Weekly", "Post"])) for n in range(40)]
    source = day = None
    for n in range(count):
        if n % 10 == 0:
            source = some(sources)
            day = "20%02d-%02d-%02d" % (24 + int(random_number() * 3), 1 + int(random_number() * 12), 1 + int(random_number() * 28))
        subject = name(int(entities * random_number() ** 3))
        thing = name(int(entities * random_number() ** 3))
        relation = RELATIONS[int(len(RELATIONS) * random_number() ** 2)]
        denied = random_number() < 1 / 12
        place = some(PLACES)
        said = "%s %s%s %s in %s" % (subject, "never " if denied else "", relation, thing, place)
        yield {
            "id": "n%d" % n,
            "text": "%s wrote on %s that %s, as letter %d tells." % (name(entities + n % 900), some(WEEKDAYS), said, n),
            "document": "letter %d" % (n // 10),
            "source": source,
            "published": day,
            "claims": [{
                "subject": subject, "relation": relation, "object": thing, "scope": "in " + place,
                "polarity": "negative" if denied else "positive", "confidence": round(0.5 + random_number() / 2, 2), "text": said,
            }],
        }


def main():
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        sys.exit("usage: claims.py COUNT > claims.jsonl")
    for insight in claims(int(sys.argv[1])):
        print(json.dumps(insight))


if __name__ == "__main__":
    main()
