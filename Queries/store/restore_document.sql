-- Take the withdrawal of a document back.
-- in: :name
UPDATE document SET retracted_at = NULL, because = NULL WHERE name = :name AND retracted_at IS NOT NULL;
