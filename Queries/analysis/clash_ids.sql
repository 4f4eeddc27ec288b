-- Which clashes are known?
-- out: name (the id)
SELECT DISTINCT name FROM contradiction;
