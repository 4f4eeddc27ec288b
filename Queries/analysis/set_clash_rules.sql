-- Note the rules that the clashes are found with.
-- in: :fingerprint
INSERT INTO clash_rules (fingerprint) VALUES (:fingerprint);
