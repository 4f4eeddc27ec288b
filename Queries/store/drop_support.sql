-- Which insights of the document does this file no longer give?
-- in: :document, :origin, :kept (JSON array of insight ids)
DELETE FROM support
WHERE origin = :origin
  AND insight IN (
    SELECT i.id FROM insight AS i
    WHERE i.document = :document AND i.id NOT IN (SELECT value FROM json_each(:kept)));
