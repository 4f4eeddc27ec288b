-- Of which claims are the clashes of more than two?
-- out: clash, claim (rows), in order
SELECT clash, claim FROM clash_chain ORDER BY clash, place;
