-- What does the store say?
-- out: the columns of a claim, in canonical order
SELECT * FROM live_claim
ORDER BY published, insight, start, id, document;
