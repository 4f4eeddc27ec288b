-- Under which id is this entity kept?
-- in: :value   out: id
INSERT INTO entity (name) VALUES (:value)
ON CONFLICT (name) DO UPDATE SET name = name
RETURNING id;
