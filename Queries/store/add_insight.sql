-- Keep an insight: under which id?
-- in: :document, :name, :content, :title, :text, :source, :published   out: id
INSERT INTO insight (document, name, content, title, text, source, published)
VALUES (:document, :name, :content, :title, :text, :source, :published)
RETURNING id;
