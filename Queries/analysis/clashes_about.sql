-- Which clashes are about one of these entities, the clearest first?
-- in: :names (JSON array)   out: row, a_row, b_row, and the columns of a clash
SELECT k.*
FROM live_contradiction AS k
JOIN claim AS a ON a.id = k.a_row
JOIN claim AS b ON b.id = k.b_row
JOIN live_insight AS ai ON ai.row = a.insight
JOIN live_insight AS bi ON bi.row = b.insight
WHERE k.row IN (
  WITH asked AS (
    SELECT c.id FROM claim AS c WHERE c.subject IN (
      SELECT e.id FROM entity AS e WHERE e.name IN (SELECT value FROM json_each(:names)))
    UNION
    SELECT c.id FROM claim AS c WHERE c.object IN (
      SELECT e.id FROM entity AS e WHERE e.name IN (SELECT value FROM json_each(:names)))
  )
  SELECT x.id FROM contradiction AS x WHERE x.a IN (SELECT id FROM asked)
  UNION
  SELECT x.id FROM contradiction AS x WHERE x.b IN (SELECT id FROM asked)
  UNION
  SELECT x.clash FROM clash_chain AS x WHERE x.claim IN (SELECT id FROM asked))
ORDER BY k.score DESC, k.kind, k.a, k.b, ai.document, bi.document, k.chain;
