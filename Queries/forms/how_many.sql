-- How many subjects, sources and claims does a relation to an object have?
-- in: :relation, :object   out: subjects, sources, claims
SELECT
  count(DISTINCT subject) AS subjects, count(DISTINCT coalesce(source, document)) AS sources,
  count(*) AS claims
FROM claims
WHERE polarity = 'positive' AND relation = :relation AND object = :object;
