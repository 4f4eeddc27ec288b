-- How do two entities stand to each other: which claims have both?
-- in: :a, :b   out: subject, relation, object, polarity, scope, source, published, quote
SELECT subject, relation, object, polarity, scope, source, published, quote
FROM claims
WHERE subject = :a AND object = :b OR subject = :b AND object = :a
ORDER BY published, insight, start;
