-- Does the store hold any insight at all?
-- out: row
SELECT id AS row FROM insight LIMIT 1;
