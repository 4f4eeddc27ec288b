-- Why does a subject stand in a relation to an object: which causes and purposes does the text link?
-- in: :subject, :relation, :object   out: kind, words, subject, relation, object, source, quote
SELECT l.kind, l.words, r.subject, r.relation, r.object, r.source, r.quote
FROM claims AS c
JOIN links AS l
  ON l.kind = 'cause' AND l.to_claim = c.id OR l.kind = 'purpose' AND l.from_claim = c.id
JOIN claims AS r ON r.id = CASE l.kind WHEN 'cause' THEN l.from_claim ELSE l.to_claim END
WHERE c.subject = :subject AND c.relation = :relation AND c.object = :object
ORDER BY l.kind, r.subject, r.relation, r.object, r.quote;
