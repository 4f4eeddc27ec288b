-- Which insights does the store hold, the oldest first?
-- out: the columns of an insight
SELECT * FROM live_insight ORDER BY published, id, document;
