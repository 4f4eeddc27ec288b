-- Which claims stand in these rows?
-- in: :rows (JSON array)   out: the columns of a claim
SELECT * FROM live_claim WHERE row IN (SELECT value FROM json_each(:rows));
