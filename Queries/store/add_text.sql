-- Keep this text, if it isn't kept yet.
-- in: :value
INSERT INTO text (value) VALUES (:value) ON CONFLICT (value) DO NOTHING;
