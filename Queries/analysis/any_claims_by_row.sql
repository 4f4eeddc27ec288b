-- Which claims stand in these rows, withdrawn ones too?
-- in: :rows (JSON array)   out: the columns of a claim, in order of row
SELECT * FROM any_claim WHERE row IN (SELECT value FROM json_each(:rows)) ORDER BY row;
