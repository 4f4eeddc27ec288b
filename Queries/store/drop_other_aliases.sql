-- Forget the other names that the vocabulary has no longer.
-- in: :names (JSON array)
DELETE FROM alias WHERE name NOT IN (SELECT value FROM json_each(:names));
