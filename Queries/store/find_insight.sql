-- Is this very insight of the document kept already?
-- in: :document, :name, :content   out: id
SELECT id FROM insight WHERE document = :document AND name = :name AND content = :content;
