-- From which entities does some claim lead to one of these?
-- in: :names (JSON array)   out: name
SELECT DISTINCT e.name
FROM entity AS o
JOIN claim AS c ON c.object = o.id
JOIN live_insight AS i ON i.row = c.insight
JOIN entity AS e ON e.id = c.subject
WHERE o.name IN (SELECT value FROM json_each(:names)) AND o.id <> 0 AND e.id <> 0
ORDER BY e.name;
