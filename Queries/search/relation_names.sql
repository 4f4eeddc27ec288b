-- Which relations are kept of these, or begin so?
-- in: :names, :beginnings (JSON arrays)   out: name
SELECT name FROM relation WHERE name IN (SELECT value FROM json_each(:names))
UNION
SELECT r.name
FROM json_each(:beginnings) AS b
JOIN relation AS r
  ON r.name COLLATE NOCASE >= b.value AND r.name COLLATE NOCASE < b.value || char(1114111)
ORDER BY name;
