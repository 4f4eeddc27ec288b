-- What kind is each entity of?
-- out: name, kind
SELECT name, kind FROM entity WHERE kind IS NOT NULL ORDER BY name;
