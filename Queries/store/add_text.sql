-- Under which id is this text kept?
-- in: :value   out: id
INSERT INTO text (value) VALUES (:value)
ON CONFLICT (value) DO UPDATE SET value = value
RETURNING id;
