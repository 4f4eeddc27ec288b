-- The tables of a store: text once, integer ids everywhere, evidence beside each claim.
-- Tables are internal; other tools read the views.
PRAGMA application_id = 1801937764;
PRAGMA user_version = 1;

-- Words that stand in many claims: surfaces, quotes, scopes, times, speakers, origins.
CREATE TABLE text (
  id INTEGER PRIMARY KEY,
  value TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  retracted_at TEXT,
  because TEXT
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  retracted_at TEXT,
  because TEXT
) STRICT;

-- `content` is a hash of all a reader was given, so that a text changed behind our back is found.
CREATE TABLE insight (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  title TEXT,
  text TEXT NOT NULL,
  source INTEGER REFERENCES source (id),
  published TEXT,
  UNIQUE (document, name, content)
) STRICT;
CREATE INDEX insight_source ON insight (source);

-- Which files gave an insight: it stays as long as one of them still does.
CREATE TABLE support (
  insight INTEGER NOT NULL REFERENCES insight (id) ON DELETE CASCADE,
  origin INTEGER NOT NULL REFERENCES text (id),
  PRIMARY KEY (insight, origin)
) STRICT, WITHOUT ROWID;

CREATE TABLE entity (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT
) STRICT;
-- The object of a claim that has none ("capacity tripled").
INSERT INTO entity (id, name) VALUES (0, '');

CREATE TABLE alias (
  name TEXT PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_entity ON alias (entity);

CREATE TABLE relation (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  insight INTEGER NOT NULL REFERENCES insight (id) ON DELETE CASCADE,
  subject INTEGER NOT NULL REFERENCES entity (id),
  relation INTEGER NOT NULL REFERENCES relation (id),
  object INTEGER NOT NULL REFERENCES entity (id),
  surface_subject INTEGER NOT NULL REFERENCES text (id),
  surface_relation INTEGER NOT NULL REFERENCES text (id),
  surface_object INTEGER NOT NULL REFERENCES text (id),
  polarity TEXT NOT NULL CHECK (polarity IN ('positive', 'negative')),
  modality TEXT NOT NULL
    CHECK (modality IN ('asserted', 'probable', 'possible', 'planned', 'conditional')),
  scope INTEGER REFERENCES text (id),
  time INTEGER REFERENCES text (id),
  valid_from TEXT,
  valid_to TEXT,
  attribution INTEGER REFERENCES text (id),
  confidence REAL NOT NULL,
  quote INTEGER NOT NULL REFERENCES text (id),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  UNIQUE (insight, name)
) STRICT;
CREATE INDEX claim_name ON claim (name);
CREATE INDEX claim_subject ON claim (subject, relation, object);
CREATE INDEX claim_object ON claim (object, relation, subject);
CREATE INDEX claim_relation ON claim (relation);

CREATE TABLE contradiction (
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
  UNIQUE (a, b, kind)
) STRICT;
CREATE INDEX contradiction_b ON contradiction (b);

-- Keyed by the claims' own ids, the smaller first, so that it outlives a new ingest.
CREATE TABLE verdict (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('confirmed', 'dismissed')),
  because TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (a, b),
  CHECK (a <= b)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE insight_words USING fts5 (
  text, content = 'insight', content_rowid = 'id', columnsize = 0,
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER insight_added AFTER INSERT ON insight BEGIN
  INSERT INTO insight_words (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER insight_removed AFTER DELETE ON insight BEGIN
  INSERT INTO insight_words (insight_words, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER insight_changed AFTER UPDATE OF text ON insight BEGIN
  INSERT INTO insight_words (insight_words, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO insight_words (rowid, text) VALUES (new.id, new.text);
END;
