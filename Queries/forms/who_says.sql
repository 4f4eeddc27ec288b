-- Who says that a subject stands in a relation to an object, and who denies it?
-- in: :subject, :relation, :object   out: voice, polarity, modality, source, published, quote
SELECT coalesce(attribution, source, document) AS voice, polarity, modality, source, published, quote
FROM claims
WHERE subject = :subject AND relation = :relation AND object = :object
ORDER BY polarity DESC, published, voice, quote;
