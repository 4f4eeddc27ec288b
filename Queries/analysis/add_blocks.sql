-- Keep what a claim offers to others.
-- in: :claim (row), :blocks (JSON array)
INSERT INTO claim_block (block, claim)
SELECT value, :claim FROM json_each(:blocks) WHERE true ON CONFLICT DO NOTHING;
