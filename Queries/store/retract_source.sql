-- Withdraw all that a source published, saying why.
-- in: :name, :because
UPDATE source SET retracted_at = coalesce(retracted_at, datetime('now')), because = :because
WHERE name = :name;
