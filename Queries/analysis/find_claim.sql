-- In which row is this claim of this document?
-- in: :id, :insight, :document   out: row
SELECT c.id AS row
FROM claim AS c
JOIN insight AS i ON i.id = c.insight
JOIN document AS d ON d.id = i.document
WHERE c.name = :id AND i.name = :insight AND d.name = :document
ORDER BY c.id LIMIT 1;
