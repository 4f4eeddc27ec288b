-- Schema 12: who speaks an insight of a transcript and when, and who a transcript's speaker is.
PRAGMA user_version = 12;

ALTER TABLE insight ADD COLUMN speaker TEXT;
-- A JSON array: from which byte of the text on its words are said at which time of the recording.
ALTER TABLE insight ADD COLUMN marks TEXT;

-- Made anew, because a table can't lose a constraint. A record with a source or document holds there only.
CREATE TABLE said_of_names (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL
    CHECK (kind IN ('merge', 'rename', 'alias', 'split', 'different', 'unsure', 'speaker')),
  name TEXT NOT NULL,
  other TEXT NOT NULL,
  claims TEXT,
  source TEXT,
  document TEXT,
  because TEXT,
  at TEXT NOT NULL,
  undone_at TEXT
) STRICT;
INSERT INTO said_of_names (id, kind, name, other, claims, because, at, undone_at)
SELECT id, kind, name, other, claims, because, at, undone_at FROM identity;
DROP TABLE identity;
ALTER TABLE said_of_names RENAME TO identity;
