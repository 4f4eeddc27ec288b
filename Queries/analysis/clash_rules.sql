-- With which rules were the clashes found?
-- out: fingerprint
SELECT fingerprint FROM clash_rules;
