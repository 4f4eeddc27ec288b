"""Model files as the C kernels read them in place: named sections, int8 weights packed for the kernels."""
import struct

import numpy as np

MAGIC = b"KGSYNTX1"
NAME = 48


def quantised(weight):
    """int8 rows and their scales."""
    scale = (np.abs(weight).max(1).clip(min=1e-9) / 127).astype(np.float32)
    return np.round(weight / scale[:, None]).astype(np.int8), scale


class Sections:
    def __init__(self):
        self.parts = {}

    def add(self, name, value, kind=None):
        self.parts[name] = value if isinstance(value, bytes) else np.ascontiguousarray(value, kind).tobytes()

    def lines(self, name, values):
        self.add(name, "\n".join(values).encode())

    def rows(self, name, weight):
        q, scale = quantised(weight)
        self.add(name, q)
        self.add(name + ".scale", scale)

    def linear(self, name, weight, bias):
        """[N/16][K/4][16][4] int8, N padded to a multiple of 32 with zero columns."""
        rows, width = weight.shape
        padded = (rows + 31) // 32 * 32
        q, scale = quantised(weight)
        full = np.zeros((padded, width), np.int8)
        full[:rows] = q
        packed = full.reshape(padded // 16, 16, width // 4, 4).transpose(0, 2, 1, 3)

        def grown(x):
            return np.concatenate([x, np.zeros(padded - rows, np.float32)])

        self.add(name + ".weight", packed, np.int8)
        self.add(name + ".scale", grown(scale), np.float32)
        self.add(name + ".compensation", 64 * full.astype(np.int32).sum(1), np.int32)
        self.add(name + ".bias", grown(bias), np.float32)

    def write(self, path):
        def aligned(n):
            return (n + 63) // 64 * 64

        place = aligned(16 + len(self.parts) * (NAME + 16))
        directory, body = struct.pack("<8sII", MAGIC, len(self.parts), 0), b""
        with open(path, "wb") as out:
            chunks = []
            for name, data in self.parts.items():
                directory += struct.pack(f"<{NAME}sQQ", name.encode(), place, len(data))
                chunks.append((place, data))
                place = aligned(place + len(data))
            out.write(directory)
            for at, data in chunks:
                out.write(b"\0" * (at - out.tell()))
                out.write(data)
            out.write(b"\0" * (place - out.tell()))
        print(f"{path}: {len(self.parts)} sections, {place} bytes")


def read(path, layers, width):
    """The weights of an encoder and its answers as `pairs.export` named and packed them, by their names in the network."""
    with open(path, "rb") as file:
        raw = file.read()
    _, count, _ = struct.unpack_from("<8sII", raw)
    places = [struct.unpack_from(f"<{NAME}sQQ", raw, 16 + i * (NAME + 16)) for i in range(count)]
    parts = {name.rstrip(b"\0").decode(): raw[at:at + length] for name, at, length in places}
    floats = lambda name: np.frombuffer(parts[name], np.float32)
    found = {"encoder.position.weight": floats("position"), "encoder.shape.weight": floats("shape"),
             "answer.weight": floats("answer"), "answer.bias": floats("answer.bias")}
    norms = {"norm": "encoder.norm"}
    for i in range(layers):
        layer = f"encoder.layers.{i}."
        norms |= {f"layer{i}.norm{n}": f"{layer}norm{n}" for n in (1, 2)}
        for part, rows, columns in (("qkv", 3 * width, width), ("out", width, width), ("up", 4 * width, width), ("down", width, 4 * width)):
            name = f"layer{i}.{part}"
            packed = np.frombuffer(parts[name + ".weight"], np.int8).reshape(-1, columns // 4, 16, 4)
            full = packed.transpose(0, 2, 1, 3).reshape(-1, columns)[:rows].astype(np.float32)
            found[f"{layer}{part}.weight"] = full * floats(name + ".scale")[:rows, None]
            found[f"{layer}{part}.bias"] = floats(name + ".bias")[:rows]
    for name, own in norms.items():
        for part in ("weight", "bias"):
            found[f"{own}.{part}"] = floats(f"{name}.{part}")
    return found
