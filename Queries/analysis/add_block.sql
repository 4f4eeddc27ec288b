-- Keep what a claim offers to others.
-- in: :block, :claim (row)
INSERT INTO claim_block (block, claim) VALUES (:block, :claim) ON CONFLICT DO NOTHING;
