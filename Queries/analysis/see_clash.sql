-- Note that a clash was found; nothing comes back when it was before.
-- in: :name (its id)   out: seen
INSERT INTO clash_seen (name) VALUES (:name) ON CONFLICT DO NOTHING RETURNING 1 AS seen;
