-- Which entities does some claim have on the other side of one of these?
-- in: :names (JSON array)   out: name
WITH asked AS (
  SELECT e.id FROM entity AS e WHERE e.name IN (SELECT value FROM json_each(:names))
), beside AS (
  SELECT c.object AS entity, c.insight FROM claim AS c WHERE c.subject IN (SELECT id FROM asked)
  UNION
  SELECT c.subject, c.insight FROM claim AS c WHERE c.object IN (SELECT id FROM asked)
)
SELECT DISTINCT e.name
FROM beside AS b
JOIN live_insight AS i ON i.row = b.insight
JOIN entity AS e ON e.id = b.entity
WHERE e.id <> 0
ORDER BY e.name;
