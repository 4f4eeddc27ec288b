-- The index of blocks by claim, which many rows at once are better added without.
DROP INDEX IF EXISTS claim_block_claim;
