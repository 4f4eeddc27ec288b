-- Which entities that claims are about have one of these words in their name?
-- in: :pattern (FTS5)   out: name
WITH whole AS (
  SELECT NOT EXISTS (SELECT 1 FROM document WHERE retracted_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM source WHERE retracted_at IS NOT NULL) AS known
)
SELECT e.name
FROM entity_words AS w
JOIN entity AS e ON e.id = w.rowid
WHERE
  entity_words MATCH :pattern
  AND (
    EXISTS (
      SELECT 1 FROM claim AS c
      WHERE c.subject = e.id
        AND ((SELECT known FROM whole) OR EXISTS (SELECT 1 FROM live_insight AS i WHERE i.row = c.insight)))
    OR EXISTS (
      SELECT 1 FROM claim AS c
      WHERE c.object = e.id
        AND ((SELECT known FROM whole) OR EXISTS (SELECT 1 FROM live_insight AS i WHERE i.row = c.insight))))
ORDER BY e.name;
