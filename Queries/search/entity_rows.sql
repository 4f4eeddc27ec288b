-- Which entities are there, by name?
-- out: id, name
SELECT e.id, e.name FROM entity AS e WHERE e.id <> 0 ORDER BY e.name;
