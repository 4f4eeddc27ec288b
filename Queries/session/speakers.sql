-- Who speaks in transcripts, by the names these give them?
-- out: speaker, source, document, passages
SELECT speaker, source, document, count(*) AS passages
FROM live_insight
WHERE speaker IS NOT NULL
GROUP BY speaker, source, document
ORDER BY speaker, source, document;
