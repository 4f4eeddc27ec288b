-- Which claims have these ids?
-- in: :ids (JSON array)   out: the columns of a claim, in canonical order
SELECT * FROM live_claim WHERE id IN (SELECT value FROM json_each(:ids))
ORDER BY published, insight, start, id, document;
