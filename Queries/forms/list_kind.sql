-- Which entities of a kind stand in a relation (null: any), by one source and since a date (null: any)?
-- in: :kind, :relation, :source, :since   out: name, relation, object, source, published
SELECT c.subject AS name, c.relation, c.object, c.source, c.published
FROM claims AS c
JOIN entities AS e ON e.name = c.subject
WHERE e.kind = :kind AND c.polarity = 'positive'
  AND (:relation IS NULL OR c.relation = :relation)
  AND (:source IS NULL OR c.source = :source)
  AND (:since IS NULL OR c.published >= :since)
ORDER BY name, c.published, c.relation, c.object;
