-- What does a person say of a clash?
-- in: :a, :b (claim ids, the smaller first), :status, :because
INSERT INTO verdict (a, b, status, because, at)
VALUES (:a, :b, :status, :because, datetime('now'))
ON CONFLICT (a, b) DO UPDATE
SET status = excluded.status, because = excluded.because, at = excluded.at;
