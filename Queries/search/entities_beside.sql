-- Which entities does some claim have on the other side of one of these?
-- in: :names (JSON array)   out: name
WITH whole AS (
  SELECT NOT EXISTS (SELECT 1 FROM document WHERE retracted_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM source WHERE retracted_at IS NOT NULL) AS known
), asked AS (
  SELECT e.id FROM entity AS e WHERE e.name IN (SELECT value FROM json_each(:names))
), beside AS (
  SELECT c.object AS entity FROM claim AS c
  WHERE c.subject IN (SELECT id FROM asked)
    AND ((SELECT known FROM whole) OR EXISTS (SELECT 1 FROM live_insight AS i WHERE i.row = c.insight))
  UNION
  SELECT c.subject FROM claim AS c
  WHERE c.object IN (SELECT id FROM asked)
    AND ((SELECT known FROM whole) OR EXISTS (SELECT 1 FROM live_insight AS i WHERE i.row = c.insight))
)
SELECT e.name FROM beside AS b JOIN entity AS e ON e.id = b.entity WHERE e.id <> 0 ORDER BY e.name;
