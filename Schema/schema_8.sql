-- Schema 8: what people say of names, each a record that can be undone.
PRAGMA user_version = 8;

-- Claims keep the names they were read with; see the records in force for those they are shown under.
CREATE TABLE IF NOT EXISTS identity (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'rename', 'alias', 'split', 'different', 'unsure')),
  name TEXT NOT NULL,
  other TEXT NOT NULL,
  claims TEXT,
  because TEXT,
  at TEXT NOT NULL,
  undone_at TEXT
) STRICT;
