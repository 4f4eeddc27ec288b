-- What is done to these objects, maybe by some relations?
-- in: :relations, :objects (JSON arrays of names; null leaves the relation open)
-- out: the columns of a claim, in canonical order
SELECT * FROM live_claim
WHERE object_row IN (
  SELECT e.id FROM entity AS e WHERE e.name IN (SELECT value FROM json_each(:objects)))
  AND (:relations IS NULL OR relation IN (SELECT value FROM json_each(:relations)))
ORDER BY published, insight, start, id, document;
