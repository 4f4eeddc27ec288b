"""Writes meaning.bin: MiniLM's own layers in int8, which turn a sentence into a vector of its meaning.

    python meaning.py --minilm FOLDER --out ../meaning.bin

all-MiniLM-L6-v2 as it comes (Apache-2.0; Reimers & Gurevych 2019, Wang et al. 2020), because training it to parse
takes that from it. The table of word pieces is model.bin's: its training leaves them as they were.
"""
import argparse
import os

import numpy as np
from safetensors.numpy import load_file

from sections import Sections

HIDDEN, LAYERS, SHAPES = 384, 6, 14


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--minilm", required=True, help="folder with model.safetensors")
    p.add_argument("--out", required=True)
    a = p.parse_args()
    weights = load_file(os.path.join(a.minilm, "model.safetensors"))
    out = Sections()

    def joined(part, *names):
        return np.concatenate([weights[f"{n}.{part}"].astype(np.float32) for n in names])

    def norm(name, source):
        for part in ("weight", "bias"):
            out.add(f"{name}.{part}", joined(part, source))

    out.add("position", joined("weight", "embeddings.position_embeddings"))
    # The kernel adds a row for each letter shape; here all are the row of a first sentence.
    kind = joined("weight", "embeddings.token_type_embeddings")[:1]
    out.add("shape", np.repeat(kind, SHAPES, 0))
    norm("norm", "embeddings.LayerNorm")
    for i in range(LAYERS):
        layer = f"encoder.layer.{i}."
        sources = {
            "qkv": [f"{layer}attention.self.{n}" for n in ("query", "key", "value")],
            "out": [layer + "attention.output.dense"],
            "up": [layer + "intermediate.dense"],
            "down": [layer + "output.dense"],
        }
        for name, its in sources.items():
            out.linear(f"layer{i}.{name}", joined("weight", *its), joined("bias", *its))
        norm(f"layer{i}.norm1", layer + "attention.output.LayerNorm")
        norm(f"layer{i}.norm2", layer + "output.LayerNorm")
    out.write(a.out)


if __name__ == "__main__":
    main()
