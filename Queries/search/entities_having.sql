-- Which entities that claims are about have one of these words in their name?
-- in: :pattern (FTS5), :whole (whether nothing is known to be withdrawn)   out: name
SELECT e.name
FROM entity_words AS w
JOIN entity AS e ON e.id = w.rowid
WHERE
  entity_words MATCH :pattern
  AND (
    EXISTS (
      SELECT 1 FROM claim AS c
      WHERE c.subject = e.id
        AND (:whole OR EXISTS (SELECT 1 FROM live_insight AS i WHERE i.row = c.insight)))
    OR EXISTS (
      SELECT 1 FROM claim AS c
      WHERE c.object = e.id
        AND (:whole OR EXISTS (SELECT 1 FROM live_insight AS i WHERE i.row = c.insight))))
ORDER BY e.name;
