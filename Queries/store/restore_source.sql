-- Take the withdrawal of a source back.
-- in: :name
UPDATE source SET retracted_at = NULL, because = NULL WHERE name = :name AND retracted_at IS NOT NULL;
