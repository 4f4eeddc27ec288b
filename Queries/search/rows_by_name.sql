-- How do these entities stand by name?
-- in: :rows (JSON array)   out: row
SELECT e.id AS row FROM entity AS e WHERE e.id IN (SELECT value FROM json_each(:rows)) ORDER BY e.name;
