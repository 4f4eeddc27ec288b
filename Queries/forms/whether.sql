-- Does a subject stand in a relation to an object? Both sides of it.
-- in: :subject, :relation, :object
-- out: polarity, modality, sources, claims, first, last, quote
SELECT
  polarity, modality, count(DISTINCT coalesce(source, document)) AS sources, count(*) AS claims,
  min(published) AS first, max(published) AS last, min(quote) AS quote
FROM claims
WHERE subject = :subject AND relation = :relation AND object = :object
GROUP BY polarity, modality
ORDER BY polarity DESC, sources DESC, modality;
