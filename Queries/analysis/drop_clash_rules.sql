-- Forget the rules that the clashes were found with.
DELETE FROM clash_rules;
