-- How many claims were read from this insight, whatever can still be read of them?
-- in: :insight   out: count
SELECT count(*) AS count FROM claim WHERE insight = :insight;
