-- Whom do claims set above whom, what is withdrawn left out?
-- out: claim (row), above, below
SELECT r.claim, r.above, r.below
FROM claim_rank AS r
JOIN claim AS c ON c.id = r.claim
JOIN live_insight AS i ON i.row = c.insight
ORDER BY r.claim;
