-- Keep an entry of a user's own vocabulary.
-- in: :part, :name, :entry (JSON)
INSERT INTO vocabulary (part, name, entry) VALUES (:part, :name, :entry);
