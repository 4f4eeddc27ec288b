"""Writes the exceptions of the lemmatizer: what the treebanks' training sets say and the rules get wrong.

usage: lemmas.py TREEBANKS OUT     a line each: form TAB class TAB lemma, sorted; see Language/Lemmatizer.swift for the rules.
"""
import sys
from collections import Counter, defaultdict

from treebank import read

CLASSES = {"VBD": "D", "VBN": "D", "VBG": "G", "VBZ": "Z", "NNS": "S", "NNPS": "S", "JJR": "R", "RBR": "R", "JJS": "T", "RBS": "T"}
VOWELS = "aeiou"
PREFIXES = ("out", "over", "under", "fore", "mis", "pre", "re", "un")


def undouble(stem):
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt":
        return stem[:-1]
    return stem


def restore(stem):
    """The infinitive of a stem left by -ed or -ing: "us" gives "use", "bann" gives "ban"."""
    single = undouble(stem)
    if single != stem:
        return single
    if stem.endswith(("at", "iz", "is", "us", "v", "c", "uc", "dg", "rg", "ng", "bl", "pl", "tl", "dl", "gl", "kl", "fl", "ur", "ir", "ut", "u", "as", "os", "rs", "ns", "ap", "ag", "ak", "ok", "ik", "uk", "id", "ad", "od", "ud", "in", "un", "ot", "et", "it", "yz", "az", "oz", "ps", "or", "ar", "er", "vok")) and guess_e(stem):
        return stem + "e"
    return stem


def guess_e(stem):
    if stem.endswith(("er", "en", "on", "et", "it", "or", "al", "el", "il", "ow", "aw", "ew", "ay", "ey", "oy")):
        return False
    if stem.endswith(("v", "c", "dg", "rg", "bl", "pl", "tl", "dl", "gl", "fl", "iz", "yz", "vok", "u")):
        return True
    if stem.endswith(("at", "us", "is", "as", "os", "rs", "ns", "ps", "ur", "ir", "ar", "ut")):
        return len(stem) > 3 or stem[-2] in VOWELS
    return len(stem) > 2 and stem[-1] not in VOWELS and stem[-2] in VOWELS and (len(stem) == 3 or stem[-3] not in VOWELS) and sum(c in VOWELS for c in stem) == 1


def rule(form, kind):
    w = form
    if kind == "D" and w.endswith("ied"):
        return w[:-3] + "y"
    if kind == "D" and w.endswith("ed"):
        return restore(w[:-2])
    if kind == "G" and w.endswith("ing") and len(w) > 4:
        return restore(w[:-3])
    if kind in "ZS":
        if w.endswith("ies") and len(w) > 4:
            return w[:-3] + "y"
        if w.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
            return w[:-2]
        if w.endswith("s") and not w.endswith("ss"):
            return w[:-1]
    if kind == "R" and w.endswith("ier"):
        return w[:-3] + "y"
    if kind == "R" and w.endswith("er"):
        return undouble(w[:-2])
    if kind == "T" and w.endswith("iest"):
        return w[:-4] + "y"
    if kind == "T" and w.endswith("est"):
        return undouble(w[:-3])
    return w


def prefixed(form, kind, irregular):
    """ "outsold" is inflected as "sold" is."""
    if kind != "D" or form.endswith("ed"):
        return None
    for prefix in PREFIXES:
        if form.startswith(prefix) and form[len(prefix):] in irregular:
            return prefix + irregular[form[len(prefix):]]
    return None


def main():
    seen = defaultdict(Counter)
    for name in ("en_ewt-train", "en_gum_nonnc-train"):
        for s in read(sys.argv[1], name):
            for form, lemma, upos, xpos in zip(s.form, s.lemma, s.upos, s.xpos):
                if upos in ("PROPN", "X", "PUNCT", "SYM"):
                    continue
                kind = CLASSES.get(xpos, {"AUX": "A", "PRON": "P", "DET": "P"}.get(upos, "B"))
                # A verb that a parser takes for a comparative, as "lower", is not inflected.
                if upos == "VERB" and kind in "RT":
                    kind = "B"
                seen[form.lower(), kind][lemma.lower()] += 1
    irregular = {form: lemmas.most_common(1)[0][0] for (form, kind), lemmas in seen.items() if kind == "D" and rule(form, "D") != lemmas.most_common(1)[0][0]}
    lines = []
    for (form, kind), lemmas in seen.items():
        lemma, count = lemmas.most_common(1)[0]
        if not form.isascii() or " " in form or "\t" in form or lemma == "_" or not form[0].isalpha() and form[0] != "'":
            continue
        if (prefixed(form, kind, irregular) or rule(form, kind)) != lemma and (count > 1 or kind in "DGZSRT"):
            lines.append(f"{form}\t{kind}\t{lemma}")
    with open(sys.argv[2], "w", encoding="utf-8") as out:
        out.write("\n".join(sorted(lines)) + "\n")


if __name__ == "__main__":
    main()
