-- Schema 10: the insights that briefs have told, so that nothing comes twice.
PRAGMA user_version = 10;

CREATE TABLE IF NOT EXISTS briefed (
  document TEXT NOT NULL,
  insight TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (document, insight)
) STRICT, WITHOUT ROWID;
