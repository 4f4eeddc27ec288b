-- Keep this entity, if it isn't kept yet.
-- in: :value
INSERT INTO entity (name) VALUES (:value) ON CONFLICT (name) DO NOTHING;
