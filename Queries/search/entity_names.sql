-- Which entities are claims about?
-- out: name
SELECT name FROM entity AS e
WHERE
  id <> 0
  AND (
    EXISTS (
      SELECT 1 FROM claim AS c
      JOIN live_insight AS i ON i.row = c.insight
      WHERE c.subject = e.id)
    OR EXISTS (
      SELECT 1 FROM claim AS c
      JOIN live_insight AS i ON i.row = c.insight
      WHERE c.object = e.id))
ORDER BY name;
