-- What changed about an entity since a date (null: ever)?
-- in: :about, :since   out: kind, why, earlier, earlier_published, later, later_published
SELECT
  k.kind, k.why, a.quote AS earlier, a.published AS earlier_published, b.quote AS later,
  b.published AS later_published
FROM contradictions AS k
JOIN claims AS a ON a.id = k.a
JOIN claims AS b ON b.id = k.b
WHERE k.label = 'update' AND :about IN (a.subject, a.object, b.subject, b.object)
  AND (:since IS NULL OR b.published >= :since)
ORDER BY b.published, k.kind, k.a, k.b;
