-- Schema 6: the words of a new insight are kept by a statement of their own.
-- A statement with a trigger opens a savepoint, at which the word index writes out what it has
-- collected: once an insight rather than once a transaction.
PRAGMA user_version = 6;
DROP TRIGGER IF EXISTS insight_added;
