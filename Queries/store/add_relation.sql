-- Under which id is this relation kept?
-- in: :value   out: id
INSERT INTO relation (name) VALUES (:value)
ON CONFLICT (name) DO UPDATE SET name = name
RETURNING id;
