-- Has any claim been compared with others?
-- out: block, for one of them
SELECT block FROM claim_block LIMIT 1;
