-- What does a subject stand in a relation to?
-- in: :subject, :relation   out: object, sources, claims, first, last, quote
SELECT
  object, count(DISTINCT coalesce(source, document)) AS sources, count(*) AS claims,
  min(published) AS first, max(published) AS last, min(quote) AS quote
FROM claims
WHERE polarity = 'positive' AND subject = :subject AND relation = :relation
GROUP BY object
ORDER BY sources DESC, claims DESC, object;
