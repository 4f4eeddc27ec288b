-- How many clashes did the last search find that nobody knew?
-- out: label, count
SELECT k.label, count(*) AS count
FROM contradiction AS k
JOIN claim AS a ON a.id = k.a
JOIN claim AS b ON b.id = k.b
JOIN live_insight AS ai ON ai.row = a.insight
JOIN live_insight AS bi ON bi.row = b.insight
LEFT JOIN verdict AS v ON v.clash = k.name
WHERE k.is_new = 1
  AND (k.size = 2 OR k.size = (
    SELECT count(*)
    FROM clash_chain AS x JOIN claim AS c ON c.id = x.claim JOIN live_insight AS i ON i.row = c.insight
    WHERE x.clash = k.id))
  AND coalesce(v.status, 'open') <> 'dismissed'
GROUP BY k.label;
