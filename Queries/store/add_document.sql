-- Under which id is this document kept?
-- in: :value   out: id
INSERT INTO document (name) VALUES (:value)
ON CONFLICT (name) DO UPDATE SET name = name
RETURNING id;
