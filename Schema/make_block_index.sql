-- The index that drop_block_index.sql drops, as schema_5.sql has it.
CREATE INDEX claim_block_claim ON claim_block (claim);
