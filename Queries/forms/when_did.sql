-- When does a subject stand in a relation to an object (null leaves the object open)?
-- in: :subject, :relation, :object
-- out: time, valid_from, valid_to, object, source, published, quote, the earliest first
SELECT time, valid_from, valid_to, object, source, published, quote
FROM claims
WHERE subject = :subject AND relation = :relation AND (:object IS NULL OR object = :object)
ORDER BY coalesce(valid_from, published), insight, start;
