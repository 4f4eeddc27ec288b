-- Which claims does a beginning of an id, or the id of an insight, name?
-- in: :start, :end (the first text that does not begin so), :insight
-- out: the columns of a claim, withdrawn ones too
SELECT * FROM any_claim
WHERE row IN (
  SELECT id FROM claim WHERE name >= :start AND name < :end
  UNION ALL
  SELECT c.id FROM insight AS i JOIN claim AS c ON c.insight = i.id WHERE i.name = :insight
)
ORDER BY published, insight, start, id, document;
