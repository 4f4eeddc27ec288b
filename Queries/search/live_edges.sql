-- Which entities do claims join that are not withdrawn?
-- out: subject, object (rows of entities)
SELECT c.subject, c.object FROM claim AS c
JOIN live_insight AS i ON i.row = c.insight
WHERE c.subject <> 0 AND c.object <> 0;
