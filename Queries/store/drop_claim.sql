-- Forget a claim.
-- in: :row
DELETE FROM claim WHERE id = :row;
