"""Fine-tune MiniLM-L6 as a joint tagger and UD parser on a CPU; see MODEL_CARD.md for data, scores and how to run it."""
import argparse
import os
import random
import time
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F

import questions
from decode import batches, collate, predict, scores
from network import LAYERS, Parser
from treebank import UNKNOWN, WordPieces, numbered, read

TRAIN = ["en_ewt-train", "en_gum_nonnc-train"]
OWN = "claims"  # beside this file: sentences as reports make claims, and questions about them
OWN_TEST = 10  # every tenth of them is kept for scores
DEV = ["en_ewt-dev", "en_gum_nonnc-dev"]
TEST = ["en_ewt-test", "en_gum_nonnc-test", "en_pud-test"]
LONGEST = 126  # pieces; a handful of longer training sentences are left out
LAYER_DECAY = 0.9


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--treebanks", required=True)
    p.add_argument("--minilm", required=True, help="folder with tokenizer.json and model.safetensors")
    p.add_argument("--out", default="parser.pt")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--encoder-rate", type=float, default=4e-4)
    p.add_argument("--head-rate", type=float, default=1.5e-3)
    p.add_argument("--budget", type=int, default=800, help="padded pieces a batch")
    p.add_argument("--questions", type=float, default=0.06, help="share of made questions, of all sentences")
    p.add_argument("--with-dev", action="store_true", help="train on the dev sets too, once nothing is left to choose")
    p.add_argument("--own", type=int, default=2, help="how often an epoch sees each of our own sentences")
    p.add_argument("--limit", type=int, help="sentences of each treebank, to try the way through")
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--seed", type=int, default=1)
    return p.parse_args()


def labelled(sentences, least=1):
    def kept(slot, least):
        counts = Counter(x for s in sentences for x in getattr(s, slot) if x != UNKNOWN)
        return [k for k, v in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if v >= least]

    return {"upos": kept("upos", 1), "xpos": kept("xpos", 1), "feats": kept("feats", 3), "rel": kept("rel", 1)}


def groups(model, encoder_rate, head_rate):
    """Parameters with their peak rates: lower layers slower, the new shape table fast, word embeddings frozen."""
    model.encoder.word.weight.requires_grad_(False)
    out = []
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        if name.startswith("encoder.layers."):
            rate = encoder_rate * LAYER_DECAY ** (LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.shape"):
            rate = 1e-3
        elif name.startswith("encoder."):
            rate = encoder_rate * LAYER_DECAY**LAYERS
        else:
            rate = head_rate
        decay = 0.01 if p.dim() > 1 and "shape" not in name else 0.0
        out.append({"params": [p], "lr": rate, "peak": rate, "weight_decay": decay})
    return out


def augmented(sentence, item, gold):
    """Now and then the sentence without case, in capitals, or without its final punctuation, as people type."""
    ids, shapes, words = item
    roll = random.random()

    def reshaped(base):
        return [(base + v % 2 if v < 12 and v // 2 != 5 else v) for v in shapes]

    if roll < 0.05:
        shapes = reshaped(0)
    elif roll < 0.07:
        shapes = reshaped(4)
    if random.random() < 0.07:
        last = len(gold[0])
        if last > 3 and sentence.upos[-1] == "PUNCT" and last not in gold[0]:
            kept = [j for j in range(len(ids)) if words[j] != last]
            ids, shapes, words = ([t[j] for j in kept] for t in (ids, shapes, words))
            gold = tuple(g[:-1] for g in gold)
    return (ids, shapes, words), gold


def main():
    a = arguments()
    torch.set_num_threads(a.threads)
    torch.manual_seed(a.seed)
    random.seed(a.seed)
    rng = np.random.default_rng(a.seed)
    pieces = WordPieces(a.minilm)
    train = [s for name in TRAIN + (DEV if a.with_dev else []) for s in read(a.treebanks, name)[: a.limit]]
    own = read(os.path.dirname(os.path.abspath(__file__)), OWN)[: a.limit]
    train += a.own * [s for i, s in enumerate(own) if i % OWN_TEST]
    vocabulary = labelled(train)
    index = {k: {x: i for i, x in enumerate(v)} for k, v in vocabulary.items()}

    def gold_of(s):
        return (s.head, [index["rel"][r] for r in s.rel], [index["upos"][x] for x in s.upos],
                [index["xpos"].get(x, -100) for x in s.xpos], [index["feats"].get(x, -100) for x in s.feats])

    def prepared(sentences):
        kept = [(s, numbered(s, pieces)) for s in sentences]
        return [(s, item, gold_of(s)) for s, item in kept if len(item[0]) <= LONGEST + 2]

    base = prepared(train)
    model = Parser(*(len(vocabulary[k]) for k in ("upos", "xpos", "feats", "rel")))
    model.encoder.load_minilm(a.minilm + "/model.safetensors")
    optimiser = torch.optim.AdamW(groups(model, a.encoder_rate, a.head_rate), betas=(0.9, 0.98), eps=1e-8, fused=True)
    dev = {n: read(a.treebanks, n)[: a.limit] for n in DEV}

    wanted = int(len(base) * a.questions)
    per_epoch = len(batches([len(b[1][0]) for b in base], a.budget)) * (1 + a.questions * 0.6)
    total = int(per_epoch * a.epochs)
    warm = max(1, int(0.06 * total))
    start, step, running = time.time(), 0, Counter()
    for epoch in range(1, a.epochs + 1):
        model.train()
        made = []
        for i in random.sample(range(len(train)), len(train)):
            q = questions.question(train[i], random)
            if q is not None and all(r in index["rel"] for r in q.rel):
                made.append(q)
            if len(made) == wanted:
                break
        data = base + prepared(made)
        lengths = [len(d[1][0]) for d in data]
        for idx in batches(lengths, a.budget, rng):
            factor = max(0.0, min(1, (step + 1) / warm) * (1 - step / total))
            for g in optimiser.param_groups:
                g["lr"] = g["peak"] * factor
            rows = [augmented(*data[i]) for i in idx]
            ids, shapes, words, count = collate([r[0] for r in rows])
            targets = [torch.full((len(rows), count), -100, dtype=torch.long) for _ in range(5)]
            valid = torch.zeros(len(rows), count, dtype=torch.bool)
            for row, (_, gold) in enumerate(rows):
                n = len(gold[0])
                valid[row, : n + 1] = True
                for t, values in zip(targets, gold):
                    t[row, 1 : n + 1] = torch.tensor(values)
            heads, rels, upos, xpos, feats = targets
            at = heads >= 0
            with torch.autocast("cpu", torch.bfloat16):
                up, xp, fe, arcs, label_d, label_h = model(ids, shapes, words, count)
                label_scores = model.labels(label_d, label_h, heads.clamp(min=0))
            arcs = arcs.float().masked_fill(~valid[:, None, :], -1e9).masked_fill(torch.eye(count, dtype=torch.bool)[None], -1e9)

            def loss_of(scored, target):
                return F.cross_entropy(scored.float()[at], target[at], ignore_index=-100)

            losses = {"arc": loss_of(arcs, heads), "rel": loss_of(label_scores, rels), "upos": loss_of(up, upos),
                      "xpos": loss_of(xp, xpos), "feats": loss_of(fe, feats)}
            loss = losses["arc"] + losses["rel"] + 0.4 * losses["upos"] + 0.4 * losses["xpos"] + 0.2 * losses["feats"]
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 2.0)
            optimiser.step()
            step += 1
            for k, v in losses.items():
                running[k] += v.item()
            if step % 200 == 0:
                print(f"epoch {epoch} step {step}/{total} {time.time() - start:.0f}s", {k: round(v / 200, 3) for k, v in running.items()}, flush=True)
                running.clear()
        torch.save({"weights": model.state_dict(), "vocabulary": vocabulary, "arguments": vars(a)}, a.out)
        if not a.with_dev or epoch == a.epochs:
            for name, sentences in dev.items():
                print(f"epoch {epoch} {time.time() - start:.0f}s {name}", scores(sentences, predict(model, sentences, pieces, vocabulary)), flush=True)
    for name, sentences in [(n, read(a.treebanks, n)[: a.limit]) for n in TEST] + [(OWN, own[::OWN_TEST])]:
        print("final", name, scores(sentences, predict(model, sentences, pieces, vocabulary)), flush=True)


if __name__ == "__main__":
    main()
