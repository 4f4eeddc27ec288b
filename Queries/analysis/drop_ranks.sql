-- Forget whom claims set above whom, because the rules have changed.
DELETE FROM claim_rank;
