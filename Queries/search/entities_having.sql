-- Which entities that claims are about have one of these words in their name?
-- in: :pattern (FTS5)   out: name
SELECT e.name
FROM entity_words AS w
JOIN entity AS e ON e.id = w.rowid
WHERE
  entity_words MATCH :pattern
  AND (
    EXISTS (
      SELECT 1 FROM claim AS c
      JOIN live_insight AS i ON i.row = c.insight
      WHERE c.subject = e.id)
    OR EXISTS (
      SELECT 1 FROM claim AS c
      JOIN live_insight AS i ON i.row = c.insight
      WHERE c.object = e.id))
ORDER BY e.name;
