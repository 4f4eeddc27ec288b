-- Where do these relations hold?
-- in: :relations (JSON array of names)
-- out: the columns of a claim, in canonical order
SELECT * FROM live_claim
WHERE relation_row IN (
  SELECT e.id FROM relation AS e WHERE e.name IN (SELECT value FROM json_each(:relations)))
ORDER BY published, insight, start, id, document;
