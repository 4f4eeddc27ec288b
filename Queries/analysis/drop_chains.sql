-- Forget the clashes of more than two that have one of these claims.
-- in: :claims (rows, a JSON array)
DELETE FROM contradiction WHERE id IN (
  SELECT x.clash FROM clash_chain AS x WHERE x.claim IN (SELECT value FROM json_each(:claims)));
