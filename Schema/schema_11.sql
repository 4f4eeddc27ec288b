-- Schema 11: names are found by their words, because a question must not read every name of a large store.
PRAGMA user_version = 11;

-- "U.S." stays one word, as questions take it.
CREATE VIRTUAL TABLE IF NOT EXISTS entity_words USING fts5 (
  name, content = 'entity', content_rowid = 'id', columnsize = 0, detail = none,
  tokenize = "unicode61 remove_diacritics 0 tokenchars '.'"
);
INSERT INTO entity_words (entity_words) VALUES ('rebuild');
CREATE INDEX IF NOT EXISTS relation_beginning ON relation (name COLLATE NOCASE);
-- The index of pairs leaves out chains.
CREATE INDEX IF NOT EXISTS contradiction_a ON contradiction (a);
