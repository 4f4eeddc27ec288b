-- Which claims share one of these blocks?
-- in: :blocks (JSON array)   out: the columns of a claim
SELECT * FROM any_claim
WHERE row IN (
  SELECT claim FROM claim_block WHERE block IN (SELECT value FROM json_each(:blocks)));
