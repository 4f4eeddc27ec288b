#!/usr/bin/env python3
"""Seeded nonsense through every way into kg: it must end by itself with a documented code.

Every case is made from its seed alone, so `--seed N --cases 1` runs one again.
"""
import argparse
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

PIECES = [
    "China", "the U.S.", "does not", "leads in", "AI", "GPT-4.5", "$5.6m", "3 nm", "—", "“", "”", "'s",
    "…", "\r\n", "\n\n", "\t", "\0", "🙂", "عربي", "中文", "e\u0301", "\ufeff", "\u2028", "{", "}", '"',
    "\\", ",", "https://a.b/c?d=e&f", "<b>", "&amp;", "- ", "* ", "# ", "(", ")", "[1]", "0", "-1", "null",
]
WAYS = [
    ["extract", "--input-format", "txt", "--json"],
    ["extract", "--input-format", "lines", "--open", "--format", "tsv"],
    ["extract", "--input-format", "lines", "--open", "--minimal", "--format", "tsv"],
    ["extract", "--input-format", "jsonl", "--format", "jsonl"],
    ["extract", "--input-format", "csv", "--format", "csv"],
    *(["extract", "--input-format", name, "--format", "jsonl"]
      for name in ("md", "html", "vtt", "srt", "transcript", "rss", "atom", "opml")),
    ["parse"],
    ["parse", "--input-format", "conllu"],
    ["query", "--format", "json"],
    ["query", "--format", "json"],
]

# Formats with a form of their own are these, cut up and mended with nonsense.
FORMS = {
    "md": "---\ntitle: Chips\ndate: 2026-01-05\n---\n# A\n## Episode metadata\n- Show:: [[Chips]]\n## Snips\n"
          "### [01:02] Peru\n- China leads in AI.\n#### Quote\n> Peru bans chips.\n> — Ada\n#### Transcript\n"
          "<details><summary>x</summary>\n<b>Ada</b><br/>Peru bans chips.\n</details>\n",
    "html": "<!DOCTYPE html><html><head><title>A</title><meta name='date' content='2026-01-05'></head><body><nav>"
            "<a href='/'>x</a></nav><article><p>Peru <b>bans</b> chips.<br><br>China &lt; AI.<ul><li>One.</ul>"
            "<script>p</script><table><tr><td>Chile allows them.</table></article></body></html>",
    "vtt": "WEBVTT\n\nNOTE x\n\n1\n00:01.000 --> 00:02.000\n<v Ada>Peru bans\n\n00:02.000 --> 00:03.000\n"
           "<v Ada>chips. <i>China</i> leads in AI.\n",
    "srt": "1\n00:00:01,000 --> 00:00:02,000\nADA: Peru bans\n\n2\n00:00:02,000 --> 00:00:03,000\n>> chips. [x]\n",
    "transcript": '{"version": "1.0.0", "segments": [{"speaker": "Ada", "startTime": 0.5, "body": "Peru bans chips."},'
                  ' {"start": 1, "text": "China leads in AI."}]}',
    "rss": "<?xml version='1.0'?><rss xmlns:podcast='https://podcastindex.org/namespace/1.0'><channel><title>A</title>"
           "<item><guid>a:1</guid><pubDate>Tue, 05 May 2026 10:00:00 GMT</pubDate><description><![CDATA[<p>Peru bans "
           "chips.</p>]]></description><podcast:transcript url='a.vtt' type='text/vtt'/></item></channel></rss>",
    "atom": "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>a:1</id><content type='xhtml'><div><p>Peru bans "
            "chips.</p></div></content></entry></feed>",
    "opml": "<opml version='2.0'><body><outline text='A'><outline xmlUrl='https://a.b/c.xml'/></outline><outline "
            "text='Peru bans chips.'/></body></opml>",
}

# Questions are made of these, because bytes alone never get past the reader.
ASKING = [
    "who", "what", "which", "whose", "how many", "how much", "when", "since when", "where", "why", "how come",
    "is", "are", "does", "did", "has", "can", "could", "will", "according to whom", "who says that", "who denies that",
    "how is", "connected to", "linked with", "compare", "vs", "versus:", "and", "or", "on", "in", "for", "about",
    "what do sources disagree on about", "what changed in", "what do we know about", "list", "list the", "name all",
    "the", "most downloaded", "open model family", "leads in", "depends on", "bans", "was banned", "be", "end up",
    "building", "as of 2024", "as of", "before", "between 2019 and", "2024,", "after May 2025", "not", "no longer",
    "China", "the US", "Chinese labs", "American", "Nvidia", "Halden AI", "H20", "open-source models", "chipmaking",
    "all of its", "more than half a billion", "$5m", "did X say", "tell me", "please", "'s position on", "?", ",", ":",
]


def nonsense(rng):
    if rng.random() < 0.2:
        return bytes(rng.randrange(256) for _ in range(rng.randrange(400)))
    joined = " ".join(rng.choice(PIECES) for _ in range(rng.randrange(120)))
    data = bytearray(joined.encode())
    for _ in range(rng.randrange(4)):
        if data:
            data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data)


def formed(rng, form):
    if rng.random() < 0.1:
        return nonsense(rng)
    data = bytearray(form.encode())
    for _ in range(rng.randrange(6)):
        at = rng.randrange(len(data) + 1)
        end = min(len(data), at + rng.randrange(40))
        choice = rng.randrange(4)
        if choice == 0:
            del data[at:end]
        elif choice == 1:
            data[at:at] = data[at:end] * rng.randrange(1, 30)
        elif choice == 2:
            data[at:at] = rng.choice(PIECES).encode()
        else:
            data[at:end] = bytes(rng.randrange(256) for _ in range(rng.randrange(4)))
    return bytes(data)


def question(rng):
    if rng.random() < 0.2:
        return nonsense(rng)
    pieces = ASKING if rng.random() < 0.7 else ASKING + PIECES
    return " ".join(rng.choice(pieces) for _ in range(rng.randrange(1, 16))).encode()


def run(kg, way, data):
    if way[0] == "query":
        # An argument can't hold a NUL, and one that begins with a dash is an option.
        text = data.replace(b"\0", b" ")
        return subprocess.run([kg, *way, "--", text], capture_output=True, timeout=60)
    return subprocess.run([kg, *way, "-"], input=data, capture_output=True, timeout=60)


def sample_store(kg, folder):
    """A store of the built-in sample, for questions."""
    sample = pathlib.Path(__file__).resolve().parents[2] / "Sources/CResources/sample.jsonl"
    os.environ["KG_DB"] = os.path.join(folder, "kg.db")
    subprocess.run([kg, "ingest", sample], capture_output=True, check=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kg")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int)
    parser.add_argument("--way", help="only this command: extract, parse, query")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sample_store(options.kg, folder)
        return fuzz(options)


def fuzz(options):
    end = time.monotonic() + options.seconds
    seed = options.seed
    ways = [way for way in WAYS if options.way in (None, way[0])]
    while time.monotonic() < end and (options.cases is None or seed < options.seed + options.cases):
        rng = random.Random(seed)
        way = rng.choice(ways)
        form = FORMS.get(way[2]) if len(way) > 2 else None
        data = question(rng) if way[0] == "query" else formed(rng, form) if form else nonsense(rng)
        try:
            first = run(options.kg, way, data)
            code = first.returncode
            if code not in ((0, 1, 2, 3) if way[0] == "query" else (0, 1, 2, 4)):
                raise AssertionError(f"exit {code}: {first.stderr[-400:]!r}")
            if run(options.kg, way, data).stdout != first.stdout:
                raise AssertionError("two runs differ")
        except (AssertionError, subprocess.TimeoutExpired) as error:
            path = pathlib.Path(tempfile.gettempdir()) / f"kg-fuzz-{seed}"
            path.write_bytes(data)
            print(f"seed {seed}: kg {' '.join(way)}: {error}\ninput kept in {path}", file=sys.stderr)
            return 1
        seed += 1
    print(f"{seed - options.seed} cases, none crashed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
