-- Which files gave this insight, and how was it read from each?
-- in: :insight   out: file, reading
SELECT t.value AS file, s.reading
FROM support AS s JOIN text AS t ON t.id = s.origin
WHERE s.insight = :insight
ORDER BY t.value;
