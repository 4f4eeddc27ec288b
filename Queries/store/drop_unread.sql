-- Forget what was read from insights of the document that only imports still give.
-- in: :document
DELETE FROM claim
WHERE NOT imported
  AND insight IN (
    SELECT i.id FROM insight AS i
    WHERE i.document = :document AND NOT EXISTS (
      SELECT 1 FROM support AS s WHERE s.insight = i.id AND s.reading <> 'imported'));
