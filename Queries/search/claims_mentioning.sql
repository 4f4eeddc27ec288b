-- Which claims were read from insights that hold all the words, the best first?
-- in: :pattern (FTS5)   out: the columns of a claim
SELECT k.*
FROM insight_words AS w
JOIN live_claim AS k ON k.insight_row = w.rowid
WHERE insight_words MATCH :pattern
ORDER BY w.rank, k.published, k.insight, k.start, k.id, k.document;
