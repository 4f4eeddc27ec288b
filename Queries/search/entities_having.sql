-- Which entities that claims are about have one of these words in their name?
-- in: :pattern (FTS5)   out: name
SELECT e.name
FROM entity_words AS w
JOIN entity AS e ON e.id = w.rowid
WHERE
  entity_words MATCH :pattern
  AND (
    EXISTS (SELECT 1 FROM live_edge AS c WHERE c.subject = e.id)
    OR EXISTS (SELECT 1 FROM live_edge AS c WHERE c.object = e.id))
ORDER BY e.name;
