-- Which claims have not been compared with the others yet?
-- out: the columns of a claim
SELECT * FROM any_claim
WHERE row IN (
  SELECT c.id FROM claim AS c
  WHERE NOT EXISTS (SELECT 1 FROM claim_block AS b WHERE b.claim = c.id));
