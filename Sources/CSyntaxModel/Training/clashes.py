"""Writes clashes.bin: a network that reads two claims side by side and says whether both can hold.

    python clashes.py --minilm FOLDER --claims clashes.tsv.gz --phrases pairs.tsv --out ../clashes.bin
    python clashes.py … --start ../clashes.bin --parts 94170:16:0.5 41434:16:0.5 --steps 5800 --mean

The second goes on from a model, here with as many of the first 94,170 rows as of the next 41,434, and half of their pairs that are no clash.

A cross-encoder (Nogueira & Cho 2019; Reimers & Gurevych 2019) on all-MiniLM-L6-v2 with a linear layer that says how two claims
can't both hold (by kind of clash), whether the one took the other's place (update), whether they say the same, or neither. It
learns beside, with a layer that isn't kept, which phrases are the same. The table of word pieces is model.bin's and stays.
"""
import argparse
import gzip
import os
import random

import torch

import pairs
from network import HIDDEN, LAYERS, Encoder
from sections import read

# Sources/Language/ClashReader.swift has the kinds in this order.
KINDS = ("negation", "antonym", "functional", "ordering", "superlative", "numeric", "quantifier", "trend_state",
         "opposed_effect")
LABELS = (*KINDS, "update", "same", "other")
LONGEST = 60  # pieces of a text
NOT = "not: "  # before a claim that is denied
DIRECTION = "direction"  # marks pairs of which the one may follow from the other and not the other way


def rows(path):
    """(label, the one claim, the other, whether it is held out, whether it goes one way); a claim is its parts, and the sentence that
    makes it if there is one."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            label, a, b, said_a, said_b, held, way = line.rstrip("\n").split("\t")
            yield LABELS.index(label), (a, said_a), (b, said_b), bool(held), way == DIRECTION


def denied(claim):
    return (claim[0][len(NOT):] if claim[0].startswith(NOT) else NOT + claim[0], "")


def flipped(known):
    """What a denial makes contrary says the same without it, and what says the same is contrary with one. Not so where the one
    only follows from the other (`direction`): there both ways are written down."""
    other = {LABELS.index("negation"): LABELS.index("same"), LABELS.index("same"): LABELS.index("negation")}
    for label, a, b, held, goes_one_way in known:
        if label in other and not goes_one_way:
            yield other[label], *((denied(a), b) if random.random() < 0.5 else (a, denied(b))), held, goes_one_way


class Claims(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder()
        self.answer = torch.nn.Linear(HIDDEN, len(LABELS))
        self.phrases = torch.nn.Linear(HIDDEN, len(pairs.LABELS))

    def forward(self, ids, side, head="answer"):
        return getattr(self, head)(pairs.vector(self.encoder, ids, side))


@torch.no_grad()
def loaded(model, minilm, path):
    """Takes the weights of a model that `pairs.export` wrote: eight bits each, as exact as kg knows them."""
    model.encoder.load_minilm(os.path.join(minilm, "model.safetensors"))
    model.encoder.word.weight.requires_grad_(False)
    for name, value in read(path, LAYERS, HIDDEN).items():
        weight = model.get_parameter(name)
        weight.copy_(torch.tensor(value).reshape(weight.shape))
    model.answer.weight.div_(20)


def go_on(model, parts, batch, pieces, a):
    """Learns from parts of the rows, of each so many in 32 pairs, at a rate that falls to nothing. A part is its rows, its share,
    and how many of its pairs that are no clash are taken when drawn."""
    groups = [{"params": model.answer.parameters(), "lr": 1.2 * a.rate}]
    for i, layer in enumerate(model.encoder.layers):
        groups.append({"params": layer.parameters(), "lr": 0.6 * a.rate * 0.9 ** (LAYERS - 1 - i)})
    groups.append({"params": [model.encoder.shape.weight, *model.encoder.norm.parameters()], "lr": 1.2 * a.rate})
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / 100) * max(0.0, 1 - s / a.steps))
    other, size, some = LABELS.index("other"), 32, 150
    shares = sum(share for _, share, _ in parts)
    model.train()
    for step in range(0, a.steps, some):
        items = []
        for source, share, kept in parts:
            for _ in range(some * size * share // shares):
                label, x, y, *_ = random.choice(source)
                while label == other and random.random() > kept:
                    label, x, y, *_ = random.choice(source)
                said = random.random() < 0.55 and x[1] and y[1]
                text = (x[1], y[1]) if said else (x[0], y[0])
                items.append((label, *(text if random.random() < 0.5 else text[::-1])))
        items.sort(key=lambda item: len(pieces(item[1])) + len(pieces(item[2])) + random.random() * 6)
        batches = [items[at:at + size] for at in range(0, len(items), size)]
        random.shuffle(batches)
        total = 0.0
        for part in batches:
            told = model(*batch([(x, y) for _, x, y in part]))
            total += pairs.stepped(model, told, [item[0] for item in part], optimiser, schedule)
        print(f"step {step + some}: loss {total / len(batches):.3f}", flush=True)


def report(found, right):
    told = sorted(zip(found, right), reverse=True)
    print(f"  contrary, {sum(right)} of {len(right)}:", end="")
    for least in (0.95, 0.9, 0.8, 0.7, 0.5):
        kept = [right for score, right in told if score >= least]
        print(f"  >= {least}: P {sum(kept) / max(1, len(kept)):.3f} R {sum(kept) / max(1, sum(right)):.3f}", end="")
    print(flush=True)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--minilm", required=True, help="folder with tokenizer.json and model.safetensors")
    p.add_argument("--claims", required=True)
    p.add_argument("--phrases", required=True)
    p.add_argument("--out", required=True, help="where to write what kg reads")
    p.add_argument("--epochs", type=int, default=3)
    p.add_argument("--rate", type=float, default=1e-4)
    p.add_argument("--seed", type=int, default=2)
    p.add_argument("--limit", type=int, help="rows of each file, to try the way through")
    p.add_argument("--start", help="a model as kg reads it, to go on from")
    p.add_argument("--parts", nargs="+", default=[], metavar="ROWS:SHARE:KEPT",
                   help="what it goes on with: parts of the file one after the other, the share of each, how many that are no clash are kept")
    p.add_argument("--mean", action="store_true", help="write the mean of the weights before and after (Wortsman et al. 2022)")
    p.add_argument("--steps", type=int, default=4000, help="steps of 32 pairs to go on for, half of them of sentences")
    a = p.parse_args()
    random.seed(a.seed)
    torch.manual_seed(a.seed)
    tokens = pairs.tokenizer(a.minilm)
    memory = {}

    def pieces(text):
        if text not in memory:
            memory[text] = tokens.encode(text, add_special_tokens=False).ids[:LONGEST]
        return memory[text]

    def batch(texts):
        items = [(0, pieces(x), pieces(y)) for x, y in texts]
        return pairs.batch(items, [False] * len(items))

    claims = list(rows(a.claims))[:a.limit]
    learnt = [row for row in claims if not row[3]]
    learnt += list(flipped(learnt))
    held = [row for row in claims if row[3]]
    with open(a.phrases, encoding="utf-8") as lines:
        phrases = [line.rstrip("\n").split("\t") for line in lines][:a.limit]
    phrases = [row for number, row in enumerate(phrases) if number % 10]
    print(f"{len(learnt)} pairs of claims and {len(phrases)} of phrases to learn, {len(held)} held out", flush=True)
    model = Claims()
    size = 32
    other = LABELS.index("other")
    if a.start:
        loaded(model, a.minilm, a.start)
        parts, at = [], 0
        for part in a.parts:
            count, share, kept = part.split(":")
            known = [row for row in claims[at:at + int(count)] if not row[3]]
            parts.append((known + list(flipped(known)), int(share), float(kept)))
            at += int(count)
        before = [weight.detach().clone() for weight in model.parameters()]
        go_on(model, parts, batch, pieces, a)
        if a.mean:
            with torch.no_grad():
                for weight, old in zip(model.parameters(), before):
                    weight.add_(old).div_(2)
        pairs.export(model, a.out)
        return
    seen = sum(0.5 if row[0] == other else 1 for row in learnt) + len(phrases)
    optimiser, schedule = pairs.learning(
        model, [model.answer, model.phrases], a.minilm, a.rate, int(a.epochs * (seen // size + 2)))

    def batches():
        """Texts of like length together, so that little of a batch is padding; of the pairs that are no clash every other one."""
        items = {"answer": [], "phrases": [(pairs.LABELS.index(label), x, y) for x, y, label in phrases]}
        for label, x, y, *_ in learnt:
            if label == other and random.random() > 0.5:
                continue
            # Most often the parts of the two claims, now and then their sentences.
            said = random.random() < 1 / 3 and x[1] and y[1]
            items["answer"].append((label, x[1], y[1]) if said else (label, x[0], y[0]))
        made = []
        for head, some in items.items():
            some = [(label, y, x) if random.random() < 0.5 else (label, x, y) for label, x, y in some]
            some.sort(key=lambda item: len(pieces(item[1])) + len(pieces(item[2])) + random.random() * 6)
            made += [(head, some[at:at + size]) for at in range(0, len(some), size)]
        random.shuffle(made)
        return made

    for epoch in range(a.epochs):
        model.train()
        total, made = 0.0, batches()
        for head, part in made:
            ids, side = batch([(x, y) for _, x, y in part])
            with torch.autocast("cpu", torch.bfloat16):
                told = model(ids, side, head)
            total += pairs.stepped(model, told, [item[0] for item in part], optimiser, schedule)
        print(f"epoch {epoch + 1}: loss {total / len(made):.3f}", flush=True)
        model.eval()
        found = []
        with torch.no_grad():
            for at in range(0, len(held), 64):
                # As the program asks, the lesser text first.
                asked = [tuple(sorted((x[0], y[0]))) for _, x, y, *_ in held[at:at + 64]]
                found += model(*batch(asked)).softmax(-1)[:, :len(KINDS)].sum(1).tolist()
        if held:
            report(found, [row[0] < len(KINDS) for row in held])
    pairs.export(model, a.out)


if __name__ == "__main__":
    main()
