-- What do we know about an entity?
-- in: :about   out: subject, relation, object, polarity, modality, sources, last, quote
SELECT
  subject, relation, object, polarity, modality,
  count(DISTINCT coalesce(source, document)) AS sources, max(published) AS last,
  min(quote) AS quote
FROM claims
WHERE :about IN (subject, object)
GROUP BY subject, relation, object, polarity, modality
ORDER BY sources DESC, last DESC, subject, relation, object, polarity, modality;
