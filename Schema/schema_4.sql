-- Schema 4: a clash has an id of its own, from its two passages and its kind, and verdicts hold on to that.
PRAGMA user_version = 4;

-- The clash's id, and whether the last search for clashes was the first to find it.
ALTER TABLE contradiction ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE contradiction ADD COLUMN is_new INTEGER NOT NULL DEFAULT 0 CHECK (is_new IN (0, 1));
CREATE INDEX contradiction_name ON contradiction (name);

-- No command gave verdicts until now, so there are none to bring along.
DROP TABLE verdict;

-- `seen` is a JSON array: keys of the passages that stood behind either side when it was judged.
CREATE TABLE verdict (
  clash TEXT PRIMARY KEY,
  status TEXT NOT NULL CHECK (status IN ('confirmed', 'dismissed')),
  because TEXT,
  kind TEXT NOT NULL,
  a_document TEXT NOT NULL,
  a_quote TEXT NOT NULL,
  b_document TEXT NOT NULL,
  b_quote TEXT NOT NULL,
  seen TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
