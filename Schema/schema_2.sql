-- Schema 2: a user's own vocabulary, how each insight was read, and which claims someone else made.
PRAGMA user_version = 2;

CREATE TABLE vocabulary (
  part TEXT NOT NULL CHECK (part IN ('frames', 'relations', 'entities')),
  name TEXT NOT NULL,
  entry TEXT NOT NULL,
  PRIMARY KEY (part, name)
) STRICT, WITHOUT ROWID;

ALTER TABLE support ADD COLUMN reading TEXT NOT NULL DEFAULT 'sentences'
  CHECK (reading IN ('sentences', 'line', 'imported'));
ALTER TABLE claim ADD COLUMN imported INTEGER NOT NULL DEFAULT 0 CHECK (imported IN (0, 1));

-- Until now that was not kept: a foreign id, or being as sure as no extraction is, gives it away.
UPDATE claim SET imported = 1
WHERE confidence = 1 OR name NOT GLOB 'c' || replace(hex(zeroblob(8)), '0', '[0-9a-f]');
UPDATE support SET reading = 'imported'
WHERE insight IN (SELECT insight FROM claim WHERE imported)
  AND insight NOT IN (SELECT insight FROM claim WHERE NOT imported);
