-- Which entities does some claim have on the other side of one of these?
-- in: :names (JSON array)   out: name
WITH asked AS (
  SELECT e.id FROM entity AS e WHERE e.name IN (SELECT value FROM json_each(:names))
), beside AS (
  SELECT c.object AS entity FROM live_edge AS c WHERE c.subject IN (SELECT id FROM asked)
  UNION
  SELECT c.subject FROM live_edge AS c WHERE c.object IN (SELECT id FROM asked)
)
SELECT e.name FROM beside AS b JOIN entity AS e ON e.id = b.entity WHERE e.id <> 0 ORDER BY e.name;
