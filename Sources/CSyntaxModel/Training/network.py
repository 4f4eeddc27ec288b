"""The network: MiniLM's encoder with a letter-shape embedding, three tag heads and a biaffine dependency parser.

The biaffine scorer is Dozat & Manning (2017); the encoder is MiniLM-L6 (Wang et al. 2020). Tensors are
[sentence, piece or word, feature]; word 0 of a sentence is [CLS], which stands for the root.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from treebank import SHAPES

HIDDEN, INNER, HEADS, LAYERS = 384, 1536, 12, 6
ARC, LABEL = 256, 96


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.out = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, 1e-12)
        self.up = nn.Linear(HIDDEN, INNER)
        self.down = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, 1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, mask):
        B, T, _ = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4)
        # Written out, because torch's flash attention is slower backwards on short rows on a CPU.
        a = q @ k.transpose(-1, -2) * (HIDDEN // HEADS) ** -0.5
        if mask is not None:
            a = a + mask
        a = a.softmax(-1).to(v.dtype) @ v
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(B, T, HIDDEN))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, vocabulary=30522, dropout=0.1):
        super().__init__()
        self.word = nn.Embedding(vocabulary, HIDDEN)
        self.position = nn.Embedding(512, HIDDEN)
        self.shape = nn.Embedding(SHAPES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, 1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    @torch.no_grad()
    def load_minilm(self, path):
        from safetensors.torch import load_file

        weights = {k: v.float() for k, v in load_file(path).items()}

        def take(module, *names):
            for part in ("weight", "bias"):
                getattr(module, part).copy_(torch.cat([weights[f"{n}.{part}"] for n in names]))

        e = "embeddings."
        self.word.weight.copy_(weights[e + "word_embeddings.weight"])
        self.position.weight.copy_(weights[e + "position_embeddings.weight"])
        self.shape.weight.copy_(weights[e + "token_type_embeddings.weight"][0].expand(SHAPES, HIDDEN))
        take(self.norm, e + "LayerNorm")
        for i, layer in enumerate(self.layers):
            p = f"encoder.layer.{i}."
            take(layer.qkv, *(p + f"attention.self.{n}" for n in ("query", "key", "value")))
            take(layer.out, p + "attention.output.dense")
            take(layer.norm1, p + "attention.output.LayerNorm")
            take(layer.up, p + "intermediate.dense")
            take(layer.down, p + "output.dense")
            take(layer.norm2, p + "output.LayerNorm")

    def forward(self, ids, shapes):
        B, T = ids.shape
        x = self.drop(self.norm(self.word(ids) + self.position.weight[:T] + self.shape(shapes)))
        real = ids != 0
        mask = None
        if not bool(real.all()):
            kind = torch.bfloat16 if torch.is_autocast_enabled("cpu") else x.dtype
            mask = torch.zeros(B, 1, 1, T, dtype=kind).masked_fill(~real[:, None, None, :], -1e4)
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Parser(nn.Module):
    def __init__(self, upos, xpos, feats, labels, dropout=0.33):
        super().__init__()
        self.encoder = Encoder()
        self.upos = nn.Linear(HIDDEN, upos)
        self.xpos = nn.Linear(HIDDEN, xpos)
        self.feats = nn.Linear(HIDDEN, feats)
        self.mlp = nn.Linear(HIDDEN, 2 * ARC + 2 * LABEL)
        self.drop = nn.Dropout(dropout)
        self.arc = nn.Parameter(torch.zeros(ARC, ARC))
        self.arc_head = nn.Parameter(torch.zeros(ARC))
        self.label = nn.Parameter(torch.empty(labels, LABEL + 1, LABEL + 1))
        nn.init.normal_(self.arc, std=0.02)
        nn.init.normal_(self.label, std=0.02)

    def forward(self, ids, shapes, words, count):
        """Tag scores [B, word, tag], arc scores [B, dependent, head], and the label features of dependents and heads."""
        x = mean_of_pieces(self.encoder(ids, shapes).float(), words, count)
        m = self.drop(F.leaky_relu(self.mlp(self.drop(x)), 0.1))
        arc_d, arc_h, label_d, label_h = m.split([ARC, ARC, LABEL, LABEL], -1)
        arcs = (arc_d @ self.arc) @ arc_h.transpose(1, 2) + (arc_h @ self.arc_head)[:, None, :]
        return self.upos(x), self.xpos(x), self.feats(x), arcs, label_d, label_h

    def labels(self, label_d, label_h, heads):
        """Label scores [B, word, label] for the given heads [B, word]."""
        h = torch.gather(label_h, 1, heads[..., None].expand(-1, -1, LABEL))
        one = label_d.new_ones(*label_d.shape[:2], 1)
        d, h = torch.cat([label_d, one], -1), torch.cat([h, one], -1)
        t = torch.einsum("bwi,rij->bwrj", d, self.label.to(d.dtype))
        return (t * h[:, :, None, :]).sum(-1)


def mean_of_pieces(x, words, count):
    """words[b, t] is the word of piece t; padding and [SEP] have the value `count` and are dropped."""
    B, _, width = x.shape
    total = x.new_zeros(B, count + 1, width)
    pieces = x.new_zeros(B, count + 1, 1)
    total.scatter_add_(1, words[..., None].expand(-1, -1, width), x)
    pieces.scatter_add_(1, words[..., None], x.new_ones(B, x.shape[1], 1))
    return (total / pieces.clamp(min=1))[:, :count]
