-- Withdraw a document, saying why.
-- in: :name, :because
UPDATE document SET retracted_at = coalesce(retracted_at, datetime('now')), because = :because
WHERE name = :name;
