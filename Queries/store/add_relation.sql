-- Keep this relation, if it isn't kept yet.
-- in: :value
INSERT INTO relation (name) VALUES (:value) ON CONFLICT (name) DO NOTHING;
