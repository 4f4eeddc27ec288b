-- What do sources disagree on about an entity (null: about anything)?
-- in: :about   out: label, kind, score, why, a_quote, a_source, b_quote, b_source, the clearest first
SELECT
  k.label, k.kind, k.score, k.why, a.quote AS a_quote, a.source AS a_source, b.quote AS b_quote,
  b.source AS b_source
FROM contradictions AS k
JOIN claims AS a ON a.id = k.a
JOIN claims AS b ON b.id = k.b
WHERE k.label <> 'update' AND k.status <> 'dismissed'
  AND (:about IS NULL OR :about IN (a.subject, a.object, b.subject, b.object))
ORDER BY k.score DESC, k.kind, k.a, k.b;
