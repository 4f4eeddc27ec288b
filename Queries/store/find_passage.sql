-- Which other insight of a document has this name and text, whatever else was said of it?
-- in: :document, :name, :text, :row   out: id
SELECT id FROM insight WHERE document = :document AND name = :name AND text = :text AND id <> :row
ORDER BY id LIMIT 1;
