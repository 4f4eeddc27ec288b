-- What do these subjects do, maybe by some relations to some objects?
-- in: :subjects, :relations, :objects (JSON arrays of names; null leaves a part open)
-- out: the columns of a claim, in canonical order
SELECT * FROM live_claim
WHERE subject_row IN (
  SELECT e.id FROM entity AS e WHERE e.name IN (SELECT value FROM json_each(:subjects)))
  AND (:relations IS NULL OR relation_row IN (
    SELECT e.id FROM relation AS e WHERE e.name IN (SELECT value FROM json_each(:relations))))
  AND (:objects IS NULL OR object_row IN (
    SELECT e.id FROM entity AS e WHERE e.name IN (SELECT value FROM json_each(:objects))))
ORDER BY published, insight, start, id, document;
