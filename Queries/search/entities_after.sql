-- To which entities does some claim lead from one of these?
-- in: :names (JSON array)   out: name
WITH whole AS (
  SELECT NOT EXISTS (SELECT 1 FROM document WHERE retracted_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM source WHERE retracted_at IS NOT NULL) AS known
), joined AS (
  SELECT DISTINCT c.object AS entity
  FROM entity AS s
  JOIN claim AS c ON c.subject = s.id
  WHERE s.name IN (SELECT value FROM json_each(:names)) AND s.id <> 0
    AND ((SELECT known FROM whole) OR EXISTS (SELECT 1 FROM live_insight AS i WHERE i.row = c.insight))
)
SELECT e.name FROM joined AS j JOIN entity AS e ON e.id = j.entity WHERE e.id <> 0 ORDER BY e.name;
