-- Which claims have one of these entities as subject or object?
-- in: :names (JSON array)   out: the columns of a claim, in canonical order
SELECT * FROM live_claim
WHERE row IN (
  SELECT c.id FROM claim AS c
  WHERE c.subject IN (
    SELECT e.id FROM entity AS e WHERE e.name IN (SELECT value FROM json_each(:names)))
  UNION
  SELECT c.id FROM claim AS c
  WHERE c.object IN (
    SELECT e.id FROM entity AS e WHERE e.name IN (SELECT value FROM json_each(:names))))
ORDER BY published, insight, start, id, document;
