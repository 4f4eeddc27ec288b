-- Schema 14: whether anything is withdrawn is known without reading every document.
PRAGMA user_version = 14;

-- As good as always empty; without it each step of a walk over claims looks their documents up.
CREATE INDEX IF NOT EXISTS document_withdrawn ON document (retracted_at) WHERE retracted_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS source_withdrawn ON source (retracted_at) WHERE retracted_at IS NOT NULL;
