-- Which clashes have one of these claims on either side, the clearest first?
-- in: :ids (JSON array)   out: row, a_row, b_row, and the columns of a clash
SELECT k.*
FROM live_contradiction AS k
JOIN claim AS a ON a.id = k.a_row
JOIN claim AS b ON b.id = k.b_row
JOIN live_insight AS ai ON ai.row = a.insight
JOIN live_insight AS bi ON bi.row = b.insight
WHERE k.row IN (
  SELECT x.id FROM claim AS c JOIN contradiction AS x ON x.a = c.id
  WHERE c.name IN (SELECT value FROM json_each(:ids))
  UNION
  SELECT x.id FROM claim AS c JOIN contradiction AS x ON x.b = c.id
  WHERE c.name IN (SELECT value FROM json_each(:ids))
  UNION
  SELECT x.clash FROM claim AS c JOIN clash_chain AS x ON x.claim = c.id
  WHERE c.name IN (SELECT value FROM json_each(:ids)))
ORDER BY k.score DESC, k.kind, k.a, k.b, ai.document, bi.document, k.chain;
