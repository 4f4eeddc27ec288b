-- Schema 5: what each claim has to share with another to be compared with it, so that only new claims are looked at.
PRAGMA user_version = 5;

-- `block` is a hash of what is shared: a frame and a subject, a pair of rivals.
CREATE TABLE claim_block (
  block INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  PRIMARY KEY (block, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_block_claim ON claim_block (claim);

-- The ids of all clashes ever found: one that is lost by a change of its passages and found again is no news.
CREATE TABLE clash_seen (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO clash_seen SELECT DISTINCT name FROM contradiction WHERE name <> '';

-- The rules and the vocabulary that the blocks and clashes were made with; one row at most.
CREATE TABLE clash_rules (fingerprint TEXT NOT NULL) STRICT;
