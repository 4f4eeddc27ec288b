-- Whom do claims set above whom that may be on one way round with what changed?
-- out: claim (row), above, below, live (whether it isn't withdrawn)
-- Names that can be reached from a changed one and reach one: all that it was or is now tangled with.
-- With a plus, because there are far more of these names than a name has ranks.
WITH RECURSIVE down (name) AS MATERIALIZED (
  SELECT above FROM rank_changed UNION SELECT below FROM rank_changed
  UNION
  SELECT r.below FROM down JOIN claim_rank AS r ON r.above = down.name
), around (name) AS MATERIALIZED (
  SELECT above FROM rank_changed UNION SELECT below FROM rank_changed
  UNION
  SELECT r.above FROM around JOIN claim_rank AS r ON r.below = around.name
  WHERE +r.above IN (SELECT name FROM down)
)
SELECT r.claim, r.above, r.below, d.retracted_at IS NULL AND s.retracted_at IS NULL AS live
FROM around
CROSS JOIN claim_rank AS r INDEXED BY claim_rank_above ON r.above = around.name
JOIN claim AS c ON c.id = r.claim
JOIN insight AS i ON i.id = c.insight
JOIN document AS d ON d.id = i.document
LEFT JOIN source AS s ON s.id = i.source
WHERE +r.below IN (SELECT name FROM around)
ORDER BY r.claim;
