"""Questions made from statements, because the treebanks hold few and `kg query` has to parse them.

Each is a treebank sentence with its tree changed by rule: the subject becomes "who" or "what" (subject question), the
object is fronted as "what" or "who" with do-support (object question), or an auxiliary, copula or "do" is put before
the subject (yes/no question). Only short main clauses whose subject stands directly before its verb group are used.
"""

QUESTION_MARK = ("?", "?", "PUNCT", ".", "_", "punct")
CLAUSE_PARTS = {"parataxis", "conj", "cc", "advcl", "ccomp", "discourse", "vocative", "csubj", "dislocated", "expl"}


def descendants(s, i):
    """0-based positions of word i and all below it."""
    found = {i}
    grown = True
    while grown:
        grown = False
        for j, h in enumerate(s.head):
            if h - 1 in found and j not in found:
                found.add(j)
                grown = True
    return found


def rebuilt(s, order):
    """A sentence of the given words: each entry a 0-based position or a new word (form, lemma, upos, xpos, feats, rel, head key)."""
    from treebank import Sentence

    place = {entry if isinstance(entry, int) else entry[0]: k + 1 for k, entry in enumerate(order)}
    out = Sentence()
    for entry in order:
        if isinstance(entry, int):
            form, lemma, upos, xpos, feats, rel = (
                s.form[entry], s.lemma[entry], s.upos[entry], s.xpos[entry], s.feats[entry], s.rel[entry])
            head = 0 if s.head[entry] == 0 else place.get(s.head[entry] - 1)
            if head is None:
                return None
        else:
            _, (form, lemma, upos, xpos, feats, rel), parent = entry
            head = place[parent]
        out.form.append(form)
        out.lemma.append(lemma)
        out.upos.append(upos)
        out.xpos.append(xpos)
        out.feats.append(feats)
        out.rel.append(rel)
        out.head.append(head)
        out.glued.append(False)
    for k in range(1, len(out)):
        out.glued[k] = out.upos[k] == "PUNCT" and out.form[k] in ".,?!" or out.form[k] in ("'s", "n't", "’s")
    out.form[0] = out.form[0][:1].upper() + out.form[0][1:]
    return out


def question(s, rng):
    """A question made of the statement, or None where the rules don't fit."""
    if not 4 <= len(s) <= 22 or "?" in s.form:
        return None
    root = s.head.index(0)
    children = [j for j in range(len(s)) if s.head[j] == root + 1]
    subjects = [j for j in children if s.rel[j] in ("nsubj", "nsubj:pass")]
    if len(subjects) != 1 or any(s.rel[j].split(":")[0] in CLAUSE_PARTS for j in children):
        return None
    subject = subjects[0]
    if s.upos[subject] == "PRON" and s.xpos[subject] != "PRP" or s.form[0].lower() in ("i", "we", "you", "they"):
        return None
    below = descendants(s, subject)
    first, last = min(below), max(below)
    if first != 0 or len(below) != last + 1 or last >= root:
        return None
    words = [j for j in range(len(s)) if s.rel[j] != "punct" or s.head[j] != root + 1]
    verb = [j for j in range(last + 1, root) if s.rel[j] in ("aux", "aux:pass", "cop") and s.head[j] == root + 1]
    if verb and not s.form[verb[0]][0].isalpha():
        return None
    rest = [j for j in words if j > last]
    mark = ("?", QUESTION_MARK, root)
    personal = s.upos[subject] in ("PROPN", "PRON") and s.form[subject].lower() not in ("it", "this", "that")
    wh = ("wh", (("who", "who", "PRON", "WP", "PronType=Int", s.rel[subject]) if personal
                 else ("what", "what", "PRON", "WP", "PronType=Int", s.rel[subject])), root)

    def front(order):
        if s.upos[0] in ("PROPN",) or s.form[0] == "I":
            return rebuilt(s, order)
        t = s.copy()
        t.form[0] = t.form[0][:1].lower() + t.form[0][1:]
        return rebuilt(t, order)

    kind = rng.random()
    if kind < 0.35:
        return front([wh] + rest + [mark])
    objects = [j for j in children if s.rel[j] == "obj" and s.upos[j] in ("NOUN", "PROPN")]
    tense = s.feats[root]
    if kind < 0.65 and objects and s.upos[root] == "VERB":
        gone = descendants(s, objects[0])
        asked = ("wh", ("what", "what", "PRON", "WP", "PronType=Int", "obj"), root)
        rest = [j for j in rest if j not in gone]
        if s.upos[objects[0]] == "NOUN" and rng.random() < 0.3:
            t = s.copy()
            det = ("wh", ("which" if rng.random() < 0.6 else "what", "which", "DET", "WDT", "PronType=Int", "det"), objects[0])
            keep = [j for j in sorted(gone) if s.rel[j] in ("amod", "compound") and j < objects[0] and s.head[j] - 1 == objects[0]]
            fronted = [det] + keep + [objects[0]]
            if any(s.head[j] - 1 in gone and j not in keep and j != objects[0] for j in rest):
                return None
        else:
            fronted = [asked]
        if verb:
            return front(fronted + [verb[0]] + sorted(below) + [j for j in rest if j != verb[0]] + [mark])
        return with_do(s, root, tense, fronted, sorted(below), rest, mark, front)
    if verb:
        return front([verb[0]] + sorted(below) + [j for j in rest if j != verb[0]] + [mark])
    if s.upos[root] == "VERB":
        return with_do(s, root, tense, [], sorted(below), rest, mark, front)
    return None


def with_do(s, root, tense, fronted, subject, rest, mark, front):
    if "VerbForm=Fin" not in tense:
        return None
    past = "Tense=Past" in tense
    third = "Person=3" in tense and "Number=Sing" in tense
    form, xpos = ("did", "VBD") if past else ("does", "VBZ") if third else ("do", "VBP")
    do = ("do", (form, "do", "AUX", xpos, tense, "aux"), root)
    before = (s.form[root], s.xpos[root], s.feats[root])
    s.form[root], s.xpos[root], s.feats[root] = s.lemma[root], "VB", "VerbForm=Inf"
    made = front(fronted + [do] + subject + rest + [mark])
    s.form[root], s.xpos[root], s.feats[root] = before
    return made
