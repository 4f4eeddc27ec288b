-- Note how far a source or claim is trusted.
-- in: a value for each column but the id
INSERT INTO grade (what, name, grade, because, at) VALUES (:what, :name, :grade, :because, :at);
