-- Is there a source of this name?
-- in: :name   out: name
SELECT name FROM source WHERE name = :name COLLATE NOCASE ORDER BY name <> :name, name LIMIT 1;
