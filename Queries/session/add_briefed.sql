-- Note that a brief told an insight.
-- in: :document, :insight, :at
INSERT INTO briefed (document, insight, at) VALUES (:document, :insight, :at) ON CONFLICT DO NOTHING;
