-- Which claims were read from the insights that hold most of these beginnings of words?
-- in: :pattern (FTS5), :limit (insights)   out: the columns of a claim, the best insights first
SELECT k.*
FROM (
  SELECT rowid, rank FROM insight_words WHERE insight_words MATCH :pattern ORDER BY rank LIMIT :limit
) AS w
JOIN live_claim AS k ON k.insight_row = w.rowid
ORDER BY w.rank, k.published, k.insight, k.start, k.id, k.document;
