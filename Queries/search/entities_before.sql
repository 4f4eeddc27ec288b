-- From which entities does some claim lead to one of these?
-- in: :names (JSON array)   out: name
WITH joined AS (
  SELECT DISTINCT c.subject AS entity
  FROM entity AS s
  JOIN live_edge AS c ON c.object = s.id
  WHERE s.name IN (SELECT value FROM json_each(:names)) AND s.id <> 0
)
SELECT e.name FROM joined AS j JOIN entity AS e ON e.id = j.entity WHERE e.id <> 0 ORDER BY e.name;
