-- Under which id is this source kept?
-- in: :value   out: id
INSERT INTO source (name) VALUES (:value)
ON CONFLICT (name) DO UPDATE SET name = name
RETURNING id;
