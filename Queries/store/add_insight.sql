-- Keep an insight.
-- in: :document, :name, :content, :title, :text, :source, :published
INSERT INTO insight (document, name, content, title, text, source, published)
VALUES (:document, :name, :content, :title, :text, :source, :published);
