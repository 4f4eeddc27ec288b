-- Which insights hold all the words, the best first?
-- in: :pattern (FTS5), :limit   out: the columns of an insight
SELECT i.*
FROM insight_words AS w
JOIN live_insight AS i ON i.row = w.rowid
WHERE insight_words MATCH :pattern
ORDER BY w.rank, i.published, i.id, i.document
LIMIT :limit;
