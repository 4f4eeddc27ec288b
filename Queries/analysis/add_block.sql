-- Keep what a claim can be compared by.
-- in: :block, :claim
INSERT INTO claim_block (block, claim) VALUES (:block, :claim) ON CONFLICT DO NOTHING;
