-- Which claims have not been compared with the others yet?
-- in: :after (row, or null for the last that was compared), :limit   out: the columns of a claim, the earliest first
-- A claim's row comes after those of all that were there before it, and no compared one is without a block.
SELECT * FROM any_claim
WHERE row > coalesce(:after, (SELECT max(claim) FROM claim_block), 0)
ORDER BY row LIMIT :limit;
