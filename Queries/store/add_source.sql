-- Keep this source, if it isn't kept yet.
-- in: :value
INSERT INTO source (name) VALUES (:value) ON CONFLICT (name) DO NOTHING;
