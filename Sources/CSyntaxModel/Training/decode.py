"""Batches, single-rooted trees from arc scores, and scores of trees; shared by train.py and export.py."""
import numpy as np
import torch

from treebank import numbered


def batches(lengths, budget, rng=None):
    """Lists of positions of like length, at most `budget` padded pieces each; shuffled and jittered when rng is given."""
    jitter = rng.uniform(-2, 2, len(lengths)) if rng is not None else 0
    order = np.argsort(np.array(lengths, float) + jitter, kind="stable")
    out, current, longest = [], [], 0
    for i in order:
        longer = max(longest, lengths[i])
        if current and longer * (len(current) + 1) > budget:
            out.append(current)
            current, longer = [], lengths[i]
        current.append(i)
        longest = longer
    out.append(current)
    if rng is not None:
        rng.shuffle(out)
    return out


def collate(items):
    """Padded tensors of (ids, shapes, words), and the number of words with the root."""
    longest = max(len(i[0]) for i in items)
    count = max(max(i[2]) for i in items) + 1
    ids = np.zeros((len(items), longest), np.int64)
    shapes = np.zeros_like(ids)
    words = np.full_like(ids, count)
    for row, (x, y, z) in enumerate(items):
        ids[row, : len(x)], shapes[row, : len(x)] = x, y
        words[row, : len(z)] = [count if w < 0 else w for w in z]
    return torch.from_numpy(ids), torch.from_numpy(shapes), torch.from_numpy(words), count


def chu_liu_edmonds(scores):
    """Best heads for scores[dependent, head], node 0 the root; heads[0] = 0."""
    n = scores.shape[0]
    s = scores.copy()
    np.fill_diagonal(s, -1e9)
    s[0] = -1e9
    heads = s.argmax(1)
    heads[0] = 0
    seen, cycle = np.zeros(n, int), None
    for i in range(1, n):
        if seen[i]:
            continue
        path, j = [], i
        while j and not seen[j]:
            seen[j] = i
            path.append(j)
            j = heads[j]
        if j and seen[j] == i and j in path:
            cycle = path[path.index(j):]
            break
    if cycle is None:
        return heads
    inside = np.zeros(n, bool)
    inside[cycle] = True
    rest, cycle = np.where(~inside)[0], np.array(cycle)
    k = len(rest)
    t = np.full((k + 1, k + 1), -1e9)
    t[:k, :k] = s[np.ix_(rest, rest)]
    kept = s[cycle, heads[cycle]]
    entering = s[np.ix_(cycle, rest)] - kept[:, None]
    best_in = entering.argmax(0)
    t[k, :k] = entering.max(0) + kept.sum()
    leaving = s[np.ix_(rest, cycle)]
    best_out = leaving.argmax(1)
    t[:k, k] = leaving.max(1)
    r = chu_liu_edmonds(t)
    out = heads.copy()
    for a in range(1, k):
        out[rest[a]] = cycle[best_out[a]] if r[a] == k else rest[r[a]]
    out[cycle[best_in[r[k]]]] = rest[r[k]]
    return out


def tree(scores):
    """The best single-rooted tree: greedy heads where they are one, else Chu-Liu/Edmonds, root by root if need be."""
    heads = scores.argmax(1)
    n = len(heads)
    heads[0] = 0
    if (heads[1:] == 0).sum() == 1 and reaches_root(heads):
        return heads
    heads = chu_liu_edmonds(scores)
    roots = [i for i in range(1, n) if heads[i] == 0]
    if len(roots) == 1:
        return heads
    best = None
    for r in roots:
        t = scores.copy()
        kept = t[r, 0]
        t[:, 0] = -1e6
        t[r] = -1e6
        t[r, 0] = kept
        g = chu_liu_edmonds(t)
        total = sum(t[i, g[i]] for i in range(1, n))
        if best is None or total > best[0]:
            best = (total, g)
    return best[1]


def reaches_root(heads):
    for i in range(1, len(heads)):
        j, steps = i, 0
        while j and steps <= len(heads):
            j, steps = heads[j], steps + 1
        if j:
            return False
    return True


def predict(model, sentences, pieces, vocabulary, budget=4000):
    """Heads, labels and tags for sentences of gold words, as a list of dicts."""
    model.eval()
    items = [numbered(s, pieces) for s in sentences]
    results = [None] * len(sentences)
    root = vocabulary["rel"].index("root")
    with torch.no_grad():
        for idx in batches([len(i[0]) for i in items], budget):
            ids, shapes, words, count = collate([items[i] for i in idx])
            up, xp, fe, arcs, label_d, label_h = model(ids, shapes, words, count)
            heads = torch.zeros(len(idx), count, dtype=torch.long)
            for row, i in enumerate(idx):
                n = len(sentences[i]) + 1
                a = arcs[row, :n, :n].float().masked_fill(torch.eye(n, dtype=torch.bool), -1e9)
                heads[row, :n] = torch.from_numpy(np.asarray(tree(torch.log_softmax(a, -1).numpy())))
            labels = model.labels(label_d.float(), label_h.float(), heads)
            at_root = heads == 0
            labels[..., root] = torch.where(at_root, torch.full_like(labels[..., root], 1e4), torch.full_like(labels[..., root], -1e4))
            best = {"rel": labels.argmax(-1), "upos": up.argmax(-1), "xpos": xp.argmax(-1), "feats": fe.argmax(-1)}
            for row, i in enumerate(idx):
                n = len(sentences[i])
                results[i] = {k: [vocabulary[k][v] for v in t[row, 1 : n + 1].tolist()] for k, t in best.items()}
                results[i]["head"] = heads[row, 1 : n + 1].tolist()
    return results


def scores(sentences, results):
    """UAS, LAS (universal labels, no punctuation) and UPOS in percent."""
    arcs = labels = words = tags = counted = 0
    for s, r in zip(sentences, results):
        for i in range(len(s)):
            words += 1
            tags += s.upos[i] == r["upos"][i]
            if s.rel[i].split(":")[0] == "punct":
                continue
            counted += 1
            right = s.head[i] == r["head"][i]
            arcs += right
            labels += right and s.rel[i].split(":")[0] == r["rel"][i].split(":")[0]
    return f"UAS {100 * arcs / counted:.2f} LAS {100 * labels / counted:.2f} UPOS {100 * tags / words:.2f}"
