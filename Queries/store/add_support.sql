-- Which file gave the insight?
-- in: :insight, :origin
INSERT INTO support (insight, origin) VALUES (:insight, :origin)
ON CONFLICT (insight, origin) DO NOTHING;
