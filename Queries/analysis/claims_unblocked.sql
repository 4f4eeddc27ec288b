-- Which claims have not been compared with the others yet?
-- in: :limit   out: the columns of a claim, the earliest first
-- A claim's row comes after those of all that were there before it, and no compared one is without a block.
SELECT * FROM any_claim
WHERE row > (SELECT coalesce(max(claim), 0) FROM claim_block)
ORDER BY row LIMIT :limit;
