-- What do these voices say: sources, documents, and those whom a text or a transcript names as speakers?
-- in: :names (JSON array)   out: the columns of a claim, in canonical order
SELECT * FROM live_claim
WHERE row IN (
  SELECT c.id FROM claim AS c
  WHERE c.attribution IN (
    SELECT t.id FROM text AS t WHERE t.value IN (SELECT value FROM json_each(:names)))
  UNION
  SELECT c.id FROM claim AS c
  WHERE c.insight IN (
    SELECT i.id FROM insight AS i
    WHERE i.source IN (
        SELECT s.id FROM source AS s WHERE s.name IN (SELECT value FROM json_each(:names)))
      OR i.document IN (
        SELECT d.id FROM document AS d WHERE d.name IN (SELECT value FROM json_each(:names)))))
ORDER BY published, insight, start, id, document;
