-- What was new is known now.
UPDATE contradiction SET is_new = 0 WHERE is_new = 1;
