-- What is an entity called?
-- in: :row   out: name
SELECT name FROM entity WHERE id = :row;
