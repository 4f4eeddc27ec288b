-- What have people said of clashes?
-- out: a, b, status, because
SELECT a, b, status, because FROM verdict ORDER BY a, b;
