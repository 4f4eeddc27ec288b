-- Which claims were read from this insight, be it retracted or not?
-- in: :insight   out: row, imported, and the columns of a claim
SELECT * FROM any_claim WHERE insight_row = :insight;
