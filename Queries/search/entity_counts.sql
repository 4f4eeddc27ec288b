-- How many claims is each name in?
-- out: name, claims
SELECT name, claims FROM entities ORDER BY name;
