-- Between which rows are the insights?
-- out: first, last
SELECT min(id) AS first, max(id) AS last FROM insight;
