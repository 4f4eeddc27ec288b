"""Writes the verb forms of WordNet that the lemmatizer's rules and the treebanks' exceptions get wrong.

usage: verbs.py WORDNET LEMMAS OUT     WORDNET holds index.verb and verb.exc (version 3.0), LEMMAS what lemmas.py wrote
"""
import re
import sys
from collections import defaultdict

from lemmas import rule

NOTICE = """\
# Verb forms from WordNet 3.0: form TAB class TAB lemma, see Training/verbs.py. The WordNet 3.0 license:
# This software and database is being provided to you, the LICENSEE, by Princeton University under the following
# license. By obtaining, using and/or copying this software and database, you agree that you have read, understood, and
# will comply with these terms and conditions.: Permission to use, copy, modify and distribute this software and
# database and its documentation for any purpose and without fee or royalty is hereby granted, provided that you agree
# to comply with the following copyright notice and statements, including the disclaimer, and that the same appear on
# ALL copies of the software, database and documentation, including modifications that you make for internal use or for
# distribution. WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. THIS SOFTWARE AND DATABASE IS
# PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF
# EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS
# FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY
# THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS. The name of Princeton University or Princeton may not be
# used in advertising or publicity pertaining to distribution of the software and/or database. Title to copyright in
# this software, database and any associated documentation shall at all times remain with Princeton University and
# LICENSEE agrees to preserve same.
"""


def verbs(folder):
    """The one-word verbs and how often the tagged corpora of WordNet have them."""
    found = {}
    for line in open(f"{folder}/index.verb", encoding="ascii"):
        fields = line.split()
        if not line.startswith(" ") and re.fullmatch("[a-z]+", fields[0]):
            found[fields[0]] = int(fields[5 + int(fields[3])])
    return found


def regular(verb):
    if verb.endswith("e"):
        return verb + "d", (verb if verb.endswith(("ee", "oe", "ye")) else verb[:-1]) + "ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied", verb + "ing"
    return verb + "ed", verb + "ing"


def main():
    folder, lemmas, out = sys.argv[1:4]
    counts = verbs(folder)
    irregular = defaultdict(set)
    for line in open(f"{folder}/verb.exc", encoding="ascii"):
        form, *bases = line.split()
        for base in bases:
            irregular[base].add(form)
    known = {tuple(line.split("\t")[:2]) for line in open(lemmas, encoding="utf-8") if "\t" in line}
    wrong = defaultdict(dict)
    for verb, count in counts.items():
        past, gerund = regular(verb)
        pasts = [f for f in irregular[verb] if not f.endswith(("ing", "s"))] or [past]
        gerunds = [f for f in irregular[verb] if f.endswith("ing")] or [gerund]
        for kind, forms in (("D", pasts), ("G", gerunds)):
            for form in forms:
                if (count or rule(form, kind) not in counts) and rule(form, kind) != verb:
                    wrong[form, kind][verb] = count
    lines = []
    for (form, kind), bases in wrong.items():
        ruled = rule(form, kind)
        # A form that the rule reads as another, more frequent verb stays with it.
        if (form, kind) in known or counts.get(ruled, -1) >= max(bases.values()):
            continue
        lines.append(f"{form}\t{kind}\t{max(bases, key=lambda v: (bases[v], v))}")
    with open(out, "w", encoding="utf-8") as file:
        file.write(NOTICE + "\n".join(sorted(lines)) + "\n")


if __name__ == "__main__":
    main()
