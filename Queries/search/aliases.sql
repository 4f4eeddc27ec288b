-- Which entity does each alias stand for?
-- out: alias, name
SELECT a.name AS alias, e.name FROM alias AS a JOIN entity AS e ON e.id = a.entity
ORDER BY a.name;
