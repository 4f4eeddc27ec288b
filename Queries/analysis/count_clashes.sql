-- How many clashes were found, of what is withdrawn too?
-- out: count
SELECT count(*) AS count FROM contradiction;
