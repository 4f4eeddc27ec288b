-- Which relations are in use, and how often?
-- out: name, claims
SELECT name, claims FROM relations ORDER BY name;
