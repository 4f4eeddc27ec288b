-- How much does a subject cost, spend, add: which objects with a figure does it have?
-- in: :subject, :relation   out: object, scope, time, attribution, source, published, quote
SELECT object, scope, time, attribution, source, published, quote
FROM claims
WHERE subject = :subject AND relation = :relation AND object GLOB '*[0-9]*'
ORDER BY published DESC, insight, start;
