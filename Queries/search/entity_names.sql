-- Which entities are claims about, retracted ones included?
-- out: name
SELECT name FROM entity
WHERE id <> 0 AND (id IN (SELECT subject FROM claim) OR id IN (SELECT object FROM claim))
ORDER BY name;
