-- Who does not stand in a relation to an object?
-- in: :relation, :object   out: subject, modality, source, published, quote
SELECT subject, modality, source, published, quote
FROM claims
WHERE polarity = 'negative' AND relation = :relation AND object = :object
ORDER BY subject, published, quote;
