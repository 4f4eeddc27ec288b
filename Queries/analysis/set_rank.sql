-- Keep whom a claim sets above whom.
-- in: :claim (row), :above, :below
INSERT INTO claim_rank (claim, above, below) VALUES (:claim, :above, :below);
