-- Which claims have a quote that isn't what their insight says at that place?
-- in: :ids (JSON array of claims; null for all)
-- out: claim, insight, document, quote, found
SELECT c.name AS claim, i.name AS insight, d.name AS document, q.value AS quote,
  CAST(substr(CAST(i.text AS BLOB), c.start + 1, c."end" - c.start) AS TEXT) AS found
FROM claim AS c
JOIN insight AS i ON i.id = c.insight
JOIN document AS d ON d.id = i.document
JOIN text AS q ON q.id = c.quote
WHERE (:ids IS NULL OR c.name IN (SELECT value FROM json_each(:ids)))
  AND (
    c.start < 0 OR c."end" < c.start
    OR substr(CAST(i.text AS BLOB), c.start + 1, c."end" - c.start) <> CAST(q.value AS BLOB))
ORDER BY d.name, i.name, c.start, c.name;
