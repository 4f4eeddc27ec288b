-- Which insights were read here, not only imported, and in which ways?
-- in: :source, :document (names; null leaves it open)
-- out: readings (with commas between), and the columns of an insight
SELECT group_concat(DISTINCT g.reading) AS readings, i.name AS id, i.title, i.text,
  d.name AS document, s.name AS source, i.published, i.speaker, i.marks
FROM support AS g
JOIN insight AS i ON i.id = g.insight
JOIN document AS d ON d.id = i.document
LEFT JOIN source AS s ON s.id = i.source
WHERE g.reading <> 'imported'
  AND (:source IS NULL OR s.name = :source)
  AND (:document IS NULL OR d.name = :document)
GROUP BY i.id
ORDER BY d.name, i.name, i.content;
