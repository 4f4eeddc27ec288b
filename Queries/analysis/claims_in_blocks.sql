-- Which claims offer one of these, of each the latest?
-- in: :blocks (JSON array), :reach (how many of each)   out: block, claim (row)
SELECT b.block, b.claim
FROM (
  SELECT value AS block, coalesce((
    SELECT claim FROM claim_block WHERE block = value ORDER BY claim DESC LIMIT 1 OFFSET :reach - 1
  ), 0) AS first
  FROM json_each(:blocks)
) AS sought
JOIN claim_block AS b ON b.block = sought.block AND b.claim >= sought.first
ORDER BY b.claim, b.block;
