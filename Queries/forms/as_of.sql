-- What was said of an entity up to a day, and held then where the text says when?
-- in: :about, :day   out: subject, relation, object, polarity, time, published, quote
SELECT subject, relation, object, polarity, time, published, quote
FROM claims
WHERE :about IN (subject, object) AND (published IS NULL OR published <= :day)
  AND (valid_from IS NULL OR valid_from <= :day) AND (valid_to IS NULL OR valid_to >= :day)
ORDER BY published, insight, start;
