"""CoNLL-U treebanks in, sentences out; word pieces and letter shapes as the network reads them."""
import gzip
import os

# FEATS that describe the spelling rather than the grammar.
DROPPED_FEATS = {"Typo", "Abbr", "Style", "ExtPos", "Foreign", "NumForm", "NumType"}

UNKNOWN = "?"  # features that nobody has looked at

CONTINUATION, SPECIAL, SHAPES = 12, 13, 14  # a first piece has shape * 2 + glued
MAX_PIECES_PER_WORD = 12


class Sentence:
    """One tree. `head[i]` is 1-based, 0 for the root; `glued[i]` says that no space stands before word i."""

    __slots__ = ("form", "lemma", "upos", "xpos", "feats", "head", "rel", "glued")

    def __init__(self):
        for slot in self.__slots__:
            setattr(self, slot, [])

    def __len__(self):
        return len(self.form)

    def copy(self):
        other = Sentence()
        for slot in self.__slots__:
            setattr(other, slot, list(getattr(self, slot)))
        return other


def grammatical_feats(feats):
    kept = [f for f in feats.split("|") if f.split("=")[0] not in DROPPED_FEATS]
    return "|".join(kept) or "_"


def read(folder, name):
    """The sentences of `folder/name.conllu.gz`; multi-word tokens count as their glued words, empty nodes are left out."""
    sentences, current = [], Sentence()
    glued, last_of_token, token_glues = False, 0, False
    with gzip.open(os.path.join(folder, name + ".conllu.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if len(current):
                    sentences.append(current)
                current, glued, last_of_token = Sentence(), False, 0
                continue
            if line[0] == "#":
                continue
            c = line.split("\t")
            if "-" in c[0]:
                last_of_token = int(c[0].split("-")[1])
                token_glues = "SpaceAfter=No" in c[9]
                continue
            if not c[0].isdigit():
                continue
            i = int(c[0])
            current.form.append(c[1])
            current.lemma.append(c[2])
            current.upos.append(c[3])
            current.xpos.append(c[4])
            current.feats.append(grammatical_feats(c[5]))
            current.head.append(int(c[6]) if c[6].isdigit() else 0)
            current.rel.append(c[7])
            current.glued.append(glued)
            if i < last_of_token:
                glued = True
            elif i == last_of_token:
                glued, last_of_token = token_glues, 0
            else:
                glued = "SpaceAfter=No" in c[9]
    if len(current):
        sentences.append(current)
    return sentences


def shape(word):
    """0 lower or other, 1 Title, 2 ALL CAPS, 3 a single capital, 4 mIxed, 5 with a digit."""
    if any(ch.isdigit() for ch in word):
        return 5
    letters = [ch for ch in word if ch.isalpha()]
    capitals = sum(ch.isupper() for ch in letters)
    if capitals == 0:
        return 0
    if len(letters) == 1:
        return 3
    if capitals == len(letters):
        return 2
    if capitals == 1 and letters[0].isupper():
        return 1
    return 4


class WordPieces:
    """BERT's uncased word pieces of one word, at most twelve; [UNK] where there are none."""

    def __init__(self, folder):
        from tokenizers import Tokenizer

        self.tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.known = {}

    def __call__(self, word):
        ids = self.known.get(word)
        if ids is None:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids or [100]
            ids = self.known[word] = ids[:MAX_PIECES_PER_WORD]
        return ids


def numbered(sentence, pieces):
    """Piece ids, shape ids and the word each piece belongs to ([CLS] is word 0, [SEP] is -1)."""
    ids, shapes, words = [101], [SPECIAL], [0]
    for i, form in enumerate(sentence.form):
        p = pieces(form)
        ids += p
        words += [i + 1] * len(p)
        shapes += [shape(form) * 2 + int(sentence.glued[i])] + [CONTINUATION] * (len(p) - 1)
    ids.append(102)
    shapes.append(SPECIAL)
    words.append(-1)
    return ids[:512], shapes[:512], words[:512]
