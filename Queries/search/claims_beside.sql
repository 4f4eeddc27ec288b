-- What else do the insights say that these claims are of?
-- in: :ids (JSON array)   out: the columns of a claim, in canonical order
SELECT * FROM live_claim
WHERE insight_row IN (
  SELECT c.insight FROM claim AS c WHERE c.name IN (SELECT value FROM json_each(:ids)))
ORDER BY published, insight, start, id, document;
