-- To which entities does some claim lead from one of these?
-- in: :names (JSON array)   out: name
SELECT DISTINCT e.name
FROM entity AS s
JOIN claim AS c ON c.subject = s.id
JOIN live_insight AS i ON i.row = c.insight
JOIN entity AS e ON e.id = c.object
WHERE s.name IN (SELECT value FROM json_each(:names)) AND s.id <> 0 AND e.id <> 0
ORDER BY e.name;
