-- What does a subject do, and to what?
-- in: :subject   out: polarity, relation, object, sources, claims, last, quote
SELECT
  polarity, relation, object, count(DISTINCT coalesce(source, document)) AS sources,
  count(*) AS claims, max(published) AS last, min(quote) AS quote
FROM claims
WHERE subject = :subject
GROUP BY polarity, relation, object
ORDER BY sources DESC, claims DESC, relation, object, polarity;
