-- Which insights of this document have this name, retracted ones too?
-- in: :document, :name   out: the columns of an insight
SELECT i.name AS id, i.title, i.text, d.name AS document, s.name AS source, i.published, i.speaker, i.marks
FROM insight AS i
JOIN document AS d ON d.id = i.document
LEFT JOIN source AS s ON s.id = i.source
WHERE d.name = :document AND i.name = :name
ORDER BY i.content;
