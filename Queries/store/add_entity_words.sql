-- By which words is this entity to be found?
-- in: :entity, :name
INSERT INTO entity_words (rowid, name) VALUES (:entity, :name);
