-- Forget the kinds of entities that the vocabulary has no longer.
-- in: :names (JSON array)
UPDATE entity SET kind = NULL
WHERE kind IS NOT NULL AND name NOT IN (SELECT value FROM json_each(:names));
