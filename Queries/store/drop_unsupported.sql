-- Which insights of the document does no file give any more?
-- in: :document
DELETE FROM insight
WHERE document = :document
  AND NOT EXISTS (SELECT 1 FROM support AS s WHERE s.insight = insight.id);
