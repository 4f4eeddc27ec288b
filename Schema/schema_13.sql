-- Schema 13: a new claim is looked at by itself, however much is there already.
PRAGMA user_version = 13;

-- Whom claims set above whom that came or went since the last search for chains.
CREATE TABLE IF NOT EXISTS rank_changed (
  above INTEGER NOT NULL,
  below INTEGER NOT NULL,
  PRIMARY KEY (above, below)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS claim_rank_above ON claim_rank (above, below);
CREATE INDEX IF NOT EXISTS claim_rank_below ON claim_rank (below, above);
CREATE TRIGGER claim_rank_added AFTER INSERT ON claim_rank BEGIN
  INSERT OR IGNORE INTO rank_changed (above, below) VALUES (new.above, new.below);
END;
CREATE TRIGGER claim_rank_gone AFTER DELETE ON claim_rank BEGIN
  INSERT OR IGNORE INTO rank_changed (above, below) VALUES (old.above, old.below);
END;
CREATE TRIGGER document_withdrawn AFTER UPDATE OF retracted_at ON document BEGIN
  INSERT OR IGNORE INTO rank_changed (above, below)
  SELECT r.above, r.below
  FROM insight AS i JOIN claim AS c ON c.insight = i.id JOIN claim_rank AS r ON r.claim = c.id
  WHERE i.document = new.id;
END;
CREATE TRIGGER source_withdrawn AFTER UPDATE OF retracted_at ON source BEGIN
  INSERT OR IGNORE INTO rank_changed (above, below)
  SELECT r.above, r.below
  FROM insight AS i JOIN claim AS c ON c.insight = i.id JOIN claim_rank AS r ON r.claim = c.id
  WHERE i.source = new.id;
END;

-- Only the vocabulary's entities have a kind.
CREATE INDEX IF NOT EXISTS entity_kind ON entity (name, kind) WHERE kind IS NOT NULL;
