-- Withdraw all that a source published, saying why.
-- in: :name, :because, :at
UPDATE source SET retracted_at = coalesce(retracted_at, datetime(:at), datetime('now')), because = :because
WHERE name = :name;
