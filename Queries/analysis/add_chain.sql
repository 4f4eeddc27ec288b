-- Keep the claims of a clash of more than two.
-- in: :clash, :claims (rows in order, a JSON array)
INSERT INTO clash_chain (clash, place, claim) SELECT :clash, key, value FROM json_each(:claims);
