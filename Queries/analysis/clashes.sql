-- Which claims clash, the clearest first?
-- in: :about, :kind, :label, :min_score, :since, :new, :id (the beginning of one), :touching (JSON array
--   of claims, one of which is in it); null leaves it open
-- out: row, a_row, b_row, and the columns of a clash
SELECT k.*
FROM live_contradiction AS k
JOIN claim AS a ON a.id = k.a_row
JOIN claim AS b ON b.id = k.b_row
JOIN live_insight AS ai ON ai.row = a.insight
JOIN live_insight AS bi ON bi.row = b.insight
WHERE (:kind IS NULL OR k.kind = :kind)
  AND (:label IS NULL OR k.label = :label)
  AND (:min_score IS NULL OR k.score >= :min_score)
  AND (:since IS NULL OR ai.published >= :since OR bi.published >= :since OR EXISTS (
    SELECT 1
    FROM clash_chain AS x JOIN claim AS c ON c.id = x.claim JOIN live_insight AS i ON i.row = c.insight
    WHERE x.clash = k.row AND i.published >= :since))
  AND (:id IS NULL OR substr(k.id, 1, length(:id)) = :id)
  AND (:new IS NULL OR k.is_new = :new)
  AND (:touching IS NULL OR a.name IN (SELECT value FROM json_each(:touching))
    OR b.name IN (SELECT value FROM json_each(:touching)) OR EXISTS (
    SELECT 1
    FROM clash_chain AS x JOIN claim AS c ON c.id = x.claim
    WHERE x.clash = k.row AND c.name IN (SELECT value FROM json_each(:touching))))
  AND (:about IS NULL OR EXISTS (
    SELECT 1 FROM entity AS e
    WHERE e.name = :about AND e.id IN (a.subject, a.object, b.subject, b.object)) OR EXISTS (
    SELECT 1
    FROM clash_chain AS x JOIN claim AS c ON c.id = x.claim JOIN entity AS e ON e.name = :about
    WHERE x.clash = k.row AND e.id IN (c.subject, c.object)))
ORDER BY k.score DESC, k.kind, k.a, k.b, ai.document, bi.document, k.chain;
