-- Which claims were read from insights that hold all the words, the best first?
-- in: :pattern (FTS5), :limit (insights)   out: the columns of a claim
SELECT k.*
FROM (
  SELECT rowid, rank FROM insight_words WHERE insight_words MATCH :pattern LIMIT :limit
) AS w
JOIN live_claim AS k ON k.insight_row = w.rowid
ORDER BY w.rank, k.published, k.insight, k.start, k.id, k.document;
