-- Which file gave the insight, and how was it read?
-- in: :insight, :origin, :reading
INSERT INTO support (insight, origin, reading) VALUES (:insight, :origin, :reading)
ON CONFLICT (insight, origin) DO UPDATE SET reading = excluded.reading
WHERE reading <> excluded.reading;
