-- Keep this document, if it isn't kept yet.
-- in: :value
INSERT INTO document (name) VALUES (:value) ON CONFLICT (name) DO NOTHING;
