-- What is done to these objects, maybe by some relations and some subjects?
-- in: :subjects, :relations, :objects (JSON arrays of names; null leaves a part open)
-- out: the columns of a claim, in canonical order
SELECT * FROM live_claim
WHERE object_row IN (
  SELECT e.id FROM entity AS e WHERE e.name IN (SELECT value FROM json_each(:objects)))
  AND (:relations IS NULL OR relation_row IN (
    SELECT e.id FROM relation AS e WHERE e.name IN (SELECT value FROM json_each(:relations))))
  AND (:subjects IS NULL OR subject_row IN (
    SELECT e.id FROM entity AS e WHERE e.name IN (SELECT value FROM json_each(:subjects))))
ORDER BY published, insight, start, id, document;
