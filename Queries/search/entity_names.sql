-- Which entities are claims about, and how many?
-- out: name, claims
SELECT name, claims FROM entities ORDER BY name;
