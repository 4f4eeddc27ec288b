-- Schema 7: what an analyst does and thinks: the log of research sessions, and grades.
PRAGMA user_version = 7;

-- Rows are only ever added. `act` is JSON with one key, which `kind` repeats to be looked up by.
CREATE TABLE IF NOT EXISTS session_log (
  id INTEGER PRIMARY KEY,
  session INTEGER NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  act TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS session_log_session ON session_log (session);
CREATE INDEX IF NOT EXISTS session_log_use ON session_log (id) WHERE kind IN ('opened', 'resumed', 'closed');

-- Admiralty codes: a letter for a source, by name; a digit for a claim, by id. The latest holds.
CREATE TABLE IF NOT EXISTS grade (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL CHECK (what IN ('source', 'claim')),
  name TEXT NOT NULL,
  grade TEXT NOT NULL CHECK (grade GLOB CASE what WHEN 'source' THEN '[A-F]' ELSE '[1-6]' END),
  because TEXT,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS grade_name ON grade (what, name, id);
