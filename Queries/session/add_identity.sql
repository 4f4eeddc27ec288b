-- Note what a person says of two names.
-- in: a value for each column but the id
INSERT INTO identity (kind, name, other, claims, source, document, because, at)
VALUES (:kind, :name, :other, :claims, :source, :document, :because, :at)
RETURNING id;
