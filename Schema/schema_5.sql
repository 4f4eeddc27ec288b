-- Schema 5: what each claim offers to others to clash with, so that a new one is compared with few.
PRAGMA user_version = 5;

-- `block` is a hash of it: a denial of a ban of one thing by one state, a lead in one field.
CREATE TABLE claim_block (
  block INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  PRIMARY KEY (block, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_block_claim ON claim_block (claim);

-- The ids of all clashes ever found: one that is lost by a change of its passages and found again is no news.
CREATE TABLE clash_seen (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO clash_seen SELECT DISTINCT name FROM contradiction WHERE name <> '';

CREATE INDEX contradiction_new ON contradiction (is_new) WHERE is_new = 1;

-- The rules and the vocabulary that the blocks and clashes were made with; one row at most.
CREATE TABLE clash_rules (fingerprint TEXT NOT NULL) STRICT;
