"""Writes pairs.bin: a network that reads two phrases side by side and says whether they name one matter.

    python pairs.py --minilm FOLDER --data pairs.tsv --out ../pairs.bin

A cross-encoder (Nogueira & Cho 2019; Reimers & Gurevych 2019) on all-MiniLM-L6-v2 with a linear layer for the three labels of
pairs.tsv: same, narrower (one is a part or kind of the other), different. The table of word pieces is model.bin's and stays.
"""
import argparse
import glob
import os
import random

import numpy as np
import torch
import torch.nn.functional as F

from network import HIDDEN, LAYERS, Encoder
from sections import Sections

LABELS = ("same", "narrower", "different")
START, END = 101, 102


def rows(path, tokens):
    """(label, pieces of the one text, pieces of the other, whether it is held out) of each row."""

    def pieces(text):
        return tokens.encode(text, add_special_tokens=False).ids

    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            a, b, label = line.rstrip("\n").split("\t")
            yield LABELS.index(label), pieces(a), pieces(b), number % 10 == 0


class Pairs(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = Encoder()
        self.answer = torch.nn.Linear(HIDDEN, len(LABELS))

    def forward(self, ids, side):
        return self.answer(vector(self.encoder, ids, side))


def vector(encoder, ids, side):
    """Of length 1 as the kernel gives it, for the layers above to learn on, times 20."""
    x = encoder(ids, side)
    known = (ids != 0).unsqueeze(-1).float()
    return F.normalize((x * known).sum(1) / known.sum(1), dim=-1) * 20


def batch(items, swapped):
    texts, sides = [], []
    for item, swap in zip(items, swapped):
        a, b = (item[2], item[1]) if swap else (item[1], item[2])
        texts.append([START] + a + [END] + b + [END])
        sides.append([0] * (len(a) + 2) + [1] * (len(b) + 1))
    width = max(map(len, texts))
    pad = lambda rows: torch.tensor([row + [0] * (width - len(row)) for row in rows])
    return pad(texts), pad(sides)


def scores(model, items):
    """The probability of `same`; the two orders of each pair are averaged, of which the program asks one."""
    model.eval()
    found = []
    with torch.no_grad():
        for at in range(0, len(items), 64):
            part = items[at:at + 64]
            both = [model(*batch(part, [swap] * len(part))).softmax(-1)[:, 0] for swap in (False, True)]
            found += ((both[0] + both[1]) / 2).tolist()
    return found


def report(found, items):
    told = sorted(zip(found, [item[0] == 0 for item in items]), reverse=True)
    every = sum(right for _, right in told)
    for least in (0.9, 0.8, 0.75, 0.7, 0.5):
        kept = [right for score, right in told if score >= least]
        print(f"  >= {least}: P {sum(kept) / max(1, len(kept)):.3f} R {sum(kept) / every:.3f}", end="")
    print(flush=True)


def tokenizer(minilm):
    from tokenizers import Tokenizer

    tokens = Tokenizer.from_file(os.path.join(minilm, "tokenizer.json"))
    tokens.no_padding()
    tokens.no_truncation()
    return tokens


def stepped(model, told, labels, optimiser, schedule):
    """Learns from the answers to a batch; gives the loss."""
    loss = F.cross_entropy(told.float(), torch.tensor(labels), label_smoothing=0.05)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 2)
    optimiser.step()
    schedule.step()
    return loss.item()


def learning(model, heads, minilm, rate, steps):
    """The optimiser and the schedule of a model that begins as MiniLM, its table of word pieces frozen, lower layers slower."""
    from safetensors.torch import load_file

    weights = os.path.join(minilm, "model.safetensors")
    model.encoder.load_minilm(weights)
    model.encoder.word.weight.requires_grad_(False)
    kinds = load_file(weights)["embeddings.token_type_embeddings.weight"].float()
    with torch.no_grad():
        model.encoder.shape.weight[1] = kinds[1]
    groups = [{"params": [p for head in heads for p in head.parameters()], "lr": 10 * rate}]
    for i, layer in enumerate(model.encoder.layers):
        groups.append({"params": layer.parameters(), "lr": rate * 0.9 ** (LAYERS - 1 - i)})
    groups.append({"params": [model.encoder.shape.weight, *model.encoder.norm.parameters()], "lr": 10 * rate})
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (0.06 * steps), max(0.0, (steps - s) / (0.94 * steps))))
    return optimiser, schedule


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--minilm", required=True, help="folder with tokenizer.json and model.safetensors")
    p.add_argument("--data", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--rate", type=float, default=1e-4)
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    random.seed(a.seed)
    torch.manual_seed(a.seed)
    tokens = tokenizer(a.minilm)
    items = list(rows(a.data, tokens))
    learnt = [i for i in items if not i[3]]
    held = [i for i in items if i[3]]
    print(f"{len(learnt)} pairs to learn, {len(held)} held out", flush=True)
    model = Pairs()
    size = 32
    optimiser, schedule = learning(model, [model.answer], a.minilm, a.rate, a.epochs * (len(learnt) // size + 1))
    for epoch in range(a.epochs):
        model.train()
        random.shuffle(learnt)
        total = 0.0
        # Of like length together, so that little of a batch is padding.
        order = sorted(range(len(learnt)), key=lambda i: len(learnt[i][1]) + len(learnt[i][2]) + random.random() * 4)
        batches = [order[at:at + size] for at in range(0, len(order), size)]
        random.shuffle(batches)
        for part in batches:
            part = [learnt[i] for i in part]
            ids, side = batch(part, [random.random() < 0.5 for _ in part])
            with torch.autocast("cpu", torch.bfloat16):
                told = model(ids, side)
            total += stepped(model, told, [item[0] for item in part], optimiser, schedule)
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}", flush=True)
        report(scores(model, held), held)
    export(model, a.out)


def export(model, path):
    out = Sections()
    weights = {name: value.detach().float().numpy() for name, value in model.state_dict().items()}

    def norm(name, source):
        for part in ("weight", "bias"):
            out.add(f"{name}.{part}", weights[f"{source}.{part}"], np.float32)

    out.add("position", weights["encoder.position.weight"], np.float32)
    out.add("shape", weights["encoder.shape.weight"], np.float32)
    norm("norm", "encoder.norm")
    for i in range(LAYERS):
        layer = f"encoder.layers.{i}."
        for part in ("qkv", "out", "up", "down"):
            out.linear(f"layer{i}.{part}", weights[f"{layer}{part}.weight"], weights[f"{layer}{part}.bias"])
        norm(f"layer{i}.norm1", layer + "norm1")
        norm(f"layer{i}.norm2", layer + "norm2")
    out.add("answer", weights["answer.weight"] * 20, np.float32)
    out.add("answer.bias", weights["answer.bias"], np.float32)
    out.write(path)


if __name__ == "__main__":
    main()
