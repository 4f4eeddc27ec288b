-- How are two entities connected, by one claim or by two with an entity between them?
-- in: :from, :to   out: first, through, second, first_quote, second_quote
WITH edge AS (
  SELECT subject AS a, object AS b, relation, quote FROM claims WHERE object <> ''
  UNION ALL
  SELECT object, subject, 'is ' || char(171) || relation || char(187) || ' of', quote
  FROM claims WHERE object <> ''
)
SELECT relation AS first, NULL AS through, NULL AS second, quote AS first_quote, NULL AS second_quote
FROM edge WHERE a = :from AND b = :to
UNION
SELECT x.relation, x.b, y.relation, x.quote, y.quote
FROM edge AS x JOIN edge AS y ON y.a = x.b
WHERE x.a = :from AND y.b = :to AND x.b NOT IN (:from, :to)
ORDER BY through, first, second;
