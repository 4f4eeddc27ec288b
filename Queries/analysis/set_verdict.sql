-- What does a person say of a clash?
-- in: :clash (its id), and a value for each other column but the time
INSERT INTO verdict (clash, status, because, kind, a_document, a_quote, b_document, b_quote, chain, seen, at)
VALUES (
  :clash, :status, :because, :kind, :a_document, :a_quote, :b_document, :b_quote, :chain,
  :seen, datetime('now'))
ON CONFLICT (clash) DO UPDATE
SET status = excluded.status, because = excluded.because, seen = excluded.seen, at = excluded.at;
