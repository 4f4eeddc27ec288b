-- What could or will a subject do: what is said as possible, probable, planned or on a condition?
-- in: :subject   out: modality, polarity, relation, object, time, source, published, quote
SELECT modality, polarity, relation, object, time, source, published, quote
FROM claims
WHERE subject = :subject AND modality <> 'asserted'
ORDER BY modality, relation, object, published, quote;
