-- Withdraw a document, saying why.
-- in: :name, :because, :at
UPDATE document SET retracted_at = coalesce(retracted_at, datetime(:at), datetime('now')), because = :because
WHERE name = :name;
