-- Which links start or end at these claims?
-- in: :ids (JSON array)   out: from_claim, to_claim, kind, words, in canonical order
WITH asked AS (
  SELECT c.id FROM claim AS c
  JOIN live_insight AS i ON i.row = c.insight
  WHERE c.name IN (SELECT value FROM json_each(:ids))
)
SELECT DISTINCT a.name AS from_claim, b.name AS to_claim, l.kind, w.value AS words
FROM claim_link AS l
JOIN claim AS a ON a.id = l.from_claim
JOIN claim AS b ON b.id = l.to_claim
JOIN text AS w ON w.id = l.words
WHERE l.from_claim IN (SELECT id FROM asked) OR l.to_claim IN (SELECT id FROM asked)
ORDER BY from_claim, to_claim, kind;
