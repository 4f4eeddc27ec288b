-- Who or what stands in a relation to an object?
-- in: :relation, :object   out: subject, sources, claims, first, last, quote
SELECT
  subject, count(DISTINCT coalesce(source, document)) AS sources, count(*) AS claims,
  min(published) AS first, max(published) AS last, min(quote) AS quote
FROM claims
WHERE polarity = 'positive' AND relation = :relation AND object = :object
GROUP BY subject
ORDER BY sources DESC, claims DESC, subject;
