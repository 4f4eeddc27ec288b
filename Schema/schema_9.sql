-- Schema 9: clashes of more than two claims, where each is ahead of the next and the last of the first.
PRAGMA user_version = 9;

-- Whom a claim sets above whom; each a hash of the name and of what they are compared in.
CREATE TABLE claim_rank (
  claim INTEGER PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
  above INTEGER NOT NULL,
  below INTEGER NOT NULL
) STRICT;

-- Made anew, because a table can't lose a constraint: two chains may begin and end alike.
DROP VIEW IF EXISTS contradictions;
DROP VIEW IF EXISTS live_contradiction;
CREATE TABLE clash (
  id INTEGER PRIMARY KEY,
  a INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  b INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  label TEXT NOT NULL CHECK (label IN ('contradiction', 'tension', 'update')),
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  why TEXT NOT NULL,
  gate_scope REAL NOT NULL,
  gate_time REAL NOT NULL,
  gate_modality REAL NOT NULL,
  gate_entity REAL NOT NULL,
  reconciled_if TEXT,
  name TEXT NOT NULL DEFAULT '',
  is_new INTEGER NOT NULL DEFAULT 0 CHECK (is_new IN (0, 1)),
  -- How many claims it is of.
  size INTEGER NOT NULL DEFAULT 2 CHECK (size >= 2)
) STRICT;
INSERT INTO clash
SELECT
  id, a, b, label, kind, score, why, gate_scope, gate_time, gate_modality, gate_entity,
  reconciled_if, name, is_new, 2
FROM contradiction;
DROP TABLE contradiction;
ALTER TABLE clash RENAME TO contradiction;
CREATE UNIQUE INDEX contradiction_pair ON contradiction (a, b, kind) WHERE size = 2;
CREATE INDEX contradiction_b ON contradiction (b);
CREATE INDEX contradiction_name ON contradiction (name);
CREATE INDEX contradiction_new ON contradiction (is_new) WHERE is_new = 1;
CREATE INDEX contradiction_chain ON contradiction (size) WHERE size > 2;

-- All claims of a clash of more than two, in order.
CREATE TABLE clash_chain (
  clash INTEGER NOT NULL REFERENCES contradiction (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  PRIMARY KEY (clash, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX clash_chain_claim ON clash_chain (claim);

-- A chain is as strong as each of its links.
CREATE TRIGGER clash_chain_broken AFTER DELETE ON clash_chain BEGIN
  DELETE FROM contradiction WHERE id = old.clash;
END;

-- A JSON array of passages.
ALTER TABLE verdict ADD COLUMN chain TEXT;

-- What claims rank is not known of those compared before.
DELETE FROM clash_rules;
