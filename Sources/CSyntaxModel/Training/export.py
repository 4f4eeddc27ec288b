"""Writes model.bin, the int8 network that the C kernels read in place; also simulates its arithmetic in torch.

    python export.py --parser parser.pt --minilm FOLDER --out ../model.bin [--treebanks FOLDER --scores]
    python export.py … --trees ours.conllu --golden golden.conllu   # the trainer's trees for given tokens

Weights are int8 per output channel (at most 127), activations int8 per token (at most 63, stored +64 as a byte, so that
AVX2's saturating vpmaddubsw is exact). A sum of 1536 such products is below 2^24, so float32 simulates it exactly.
"""
import argparse
import gzip
import os
import shutil
import tempfile

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from decode import predict, scores
from network import ARC, HIDDEN, LABEL, LAYERS, Parser, mean_of_pieces
from sections import Sections
from treebank import SHAPES, WordPieces, read

HASH_SLOTS = 1 << 16
TEST = ["en_ewt-test", "en_gum_nonnc-test", "en_pud-test"]


def quantised(weight):
    """int8 rows and their scales."""
    scale = weight.abs().amax(1).clamp(min=1e-9) / 127
    return torch.round(weight / scale[:, None]), scale


def seven_bits(x):
    most = x.abs().amax(-1, keepdim=True).clamp(min=1e-9)
    return torch.round(x * (63 / most)), most / 63


class Int8Linear(nn.Module):
    def __init__(self, weight, bias):
        super().__init__()
        self.q, self.scale = quantised(weight)
        self.bias = bias

    def forward(self, x):
        q, s = seven_bits(x)
        return (q @ self.q.T) * (s * self.scale) + self.bias


class Int8Parser(Parser):
    """The parser with the arithmetic of the C kernels."""

    @torch.no_grad()
    def quantise(self):
        for layer in self.encoder.layers:
            for name in ("qkv", "out", "up", "down"):
                setattr(layer, name, int8(getattr(layer, name)))
        word = self.encoder.word.weight
        q, s = quantised(word)
        word.copy_(q * s[:, None])
        for name in ("upos", "xpos", "feats", "mlp"):
            setattr(self, name, int8(getattr(self, name)))
        self.arc_linear = Int8Linear(self.arc.T.contiguous(), torch.zeros(ARC))
        self.label_linear = Int8Linear(*label_matrix(self))

    def forward(self, ids, shapes, words, count):
        x = mean_of_pieces(self.encoder(ids, shapes).float(), words, count)
        m = F.leaky_relu(self.mlp(x), 0.1)
        arc_d, arc_h, label_d, label_h = m.split([ARC, ARC, LABEL, LABEL], -1)
        arcs = self.arc_linear(arc_d) @ arc_h.transpose(1, 2) + (arc_h @ self.arc_head)[:, None, :]
        return self.upos(x), self.xpos(x), self.feats(x), arcs, label_d, label_h

    def labels(self, label_d, label_h, heads):
        h = torch.gather(label_h, 1, heads[..., None].expand(-1, -1, LABEL))
        t = self.label_linear(label_d).unflatten(-1, (-1, LABEL + 1))
        return (t[..., :LABEL] * h[:, :, None, :]).sum(-1) + t[..., LABEL]


def int8(linear):
    return Int8Linear(linear.weight, linear.bias)


def label_matrix(model):
    """The biaffine label scorer as one linear map 96 -> labels * 97; the dependent's constant 1 is its bias."""
    labels = model.label.shape[0]
    weight = model.label[:, :LABEL, :].permute(0, 2, 1).reshape(labels * (LABEL + 1), LABEL)
    return weight.contiguous(), model.label[:, LABEL, :].reshape(-1).contiguous()


def fnv(data):
    h = 0x811C9DC5
    for b in data:
        h = (h ^ b) * 0x01000193 & 0xFFFFFFFF
    return h


def ranges(numbers):
    """First and last of each run of consecutive numbers."""
    out = []
    for n in numbers:
        if out and out[-1][1] == n - 1:
            out[-1][1] = n
        else:
            out.append([n, n])
    return out


def add_pieces(out, folder):
    """The pieces, a hash table that finds them, and the tokenizer's own cleaning, character by character."""
    pieces = [line.rstrip("\n") for line in open(os.path.join(folder, "vocab.txt"), encoding="utf-8")]
    encoded = [p.encode() for p in pieces]
    out.add("pieces.text", b"".join(encoded))
    out.add("pieces.offsets", np.cumsum([0] + [len(p) for p in encoded]), np.uint32)
    slots = np.zeros(HASH_SLOTS, np.uint32)
    for i, p in enumerate(encoded):
        at = fnv(p) % HASH_SLOTS
        while slots[at]:
            at = (at + 1) % HASH_SLOTS
        slots[at] = i + 1
    out.add("pieces.hash", slots)

    tokenizer = WordPieces(folder).tokenizer
    clean, split = tokenizer.normalizer.normalize_str, tokenizer.pre_tokenizer.pre_tokenize_str
    keys, texts, dropped, marks = [], [], [], []
    for c in range(0x110000):
        # Surrogates are no characters; Hangul is decomposed and ideographs are set apart by rule.
        if 0xD800 <= c < 0xE000 or 0xAC00 <= c <= 0xD7A3:
            continue
        folded = clean(chr(c))
        if folded == "":
            dropped.append(c)
        elif folded != chr(c) and folded != f" {chr(c)} ":
            keys.append(c)
            texts.append(folded.encode())
        if len(split("a" + chr(c) + "a")) == 3:
            marks.append(c)
    out.add("fold.keys", keys, np.uint32)
    out.add("fold.offsets", np.cumsum([0] + [len(t) for t in texts]), np.uint32)
    out.add("fold.text", b"".join(texts))
    out.add("dropped", ranges(dropped), np.uint32)
    out.add("punctuation", ranges(marks), np.uint32)


def plain(tensor):
    return tensor.detach().numpy()


def export(model, vocabulary, folder, path):
    out = Sections()
    for k in ("upos", "xpos", "feats", "rel"):
        out.lines("labels." + k, vocabulary[k])
    add_pieces(out, folder)
    e = model.encoder
    out.rows("word", plain(e.word.weight))
    out.add("position", plain(e.position.weight))
    out.add("shape", plain(e.shape.weight))
    assert e.shape.weight.shape[0] == SHAPES and e.word.weight.shape[1] == HIDDEN

    def norm(name, module):
        out.add(name + ".weight", plain(module.weight))
        out.add(name + ".bias", plain(module.bias))

    def linear(name, weight, bias):
        out.linear(name, plain(weight), plain(bias))

    norm("norm", e.norm)
    for i, layer in enumerate(e.layers):
        for name in ("qkv", "out", "up", "down"):
            its = getattr(layer, name)
            linear(f"layer{i}.{name}", its.weight, its.bias)
        norm(f"layer{i}.norm1", layer.norm1)
        norm(f"layer{i}.norm2", layer.norm2)
    assert i == LAYERS - 1
    heads = (model.upos, model.xpos, model.feats, model.mlp)
    linear("heads", torch.cat([h.weight for h in heads]), torch.cat([h.bias for h in heads]))
    linear("arc", model.arc.T.contiguous(), torch.zeros(ARC))
    out.add("arc.head", plain(model.arc_head))
    linear("label", *label_matrix(model))
    out.write(path)


def write_trees(path, sentences, results):
    with open(path, "w", encoding="utf-8") as out:
        for s, r in zip(sentences, results):
            for i, form in enumerate(s.form):
                glued = i + 1 < len(s) and s.glued[i + 1]
                out.write("\t".join([str(i + 1), form, "_", r["upos"][i], r["xpos"][i], r["feats"][i], str(r["head"][i]),
                                     r["rel"][i], "_", "SpaceAfter=No" if glued else "_"]) + "\n")
            out.write("\n")


def read_plain(path):
    with tempfile.TemporaryDirectory() as folder:
        with open(path, "rb") as source, gzip.open(os.path.join(folder, "x.conllu.gz"), "wb") as target:
            shutil.copyfileobj(source, target)
        return read(folder, "x")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--parser", default="parser.pt")
    p.add_argument("--minilm", required=True, help="folder with tokenizer.json and vocab.txt")
    p.add_argument("--out", help="model.bin to write")
    p.add_argument("--treebanks")
    p.add_argument("--scores", action="store_true", help="print the simulation's scores on the test sets")
    p.add_argument("--limit", type=int, help="sentences of each test set to score")
    p.add_argument("--trees", help="CoNLL-U whose tokens are to be parsed")
    p.add_argument("--golden", help="where the simulation's trees go")
    p.add_argument("--float", action="store_true", help="trees and scores of the network before quantisation")
    a = p.parse_args()
    saved = torch.load(a.parser, weights_only=False)
    vocabulary = saved["vocabulary"]
    model = Int8Parser(*(len(vocabulary[k]) for k in ("upos", "xpos", "feats", "rel")))
    if a.float:
        model = Parser(*(len(vocabulary[k]) for k in ("upos", "xpos", "feats", "rel")))
    model.load_state_dict(saved["weights"])
    model.eval()
    if a.out:
        with torch.no_grad():
            export(model, vocabulary, a.minilm, a.out)
    if not a.float:
        model.quantise()
    pieces = WordPieces(a.minilm)
    if a.trees:
        sentences = read_plain(a.trees)
        write_trees(a.golden, sentences, predict(model, sentences, pieces, vocabulary))
    if a.scores:
        for name in TEST:
            sentences = read(a.treebanks, name)[: a.limit]
            print(name, scores(sentences, predict(model, sentences, pieces, vocabulary)), flush=True)


if __name__ == "__main__":
    main()
