-- Keep an insight.
-- in: :document, :name, :content, :title, :text, :source, :published, :speaker, :marks
INSERT INTO insight (document, name, content, title, text, source, published, speaker, marks)
VALUES (:document, :name, :content, :title, :text, :source, :published, :speaker, :marks);
