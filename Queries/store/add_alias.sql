-- Which entity does this name stand for?
-- in: :name, :entity
INSERT INTO alias (name, entity) VALUES (:name, :entity)
ON CONFLICT (name) DO UPDATE SET entity = excluded.entity WHERE entity <> excluded.entity;
