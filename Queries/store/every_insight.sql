-- Which insights are kept, retracted ones too?
-- out: row, content, and the columns of an insight
SELECT i.id AS row, i.content, i.name AS id, i.title, i.text, d.name AS document,
  s.name AS source, i.published, i.speaker, i.marks
FROM insight AS i
JOIN document AS d ON d.id = i.document
LEFT JOIN source AS s ON s.id = i.source
ORDER BY d.name, i.name, i.content;
