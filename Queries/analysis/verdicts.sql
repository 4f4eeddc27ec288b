-- What have people said of clashes?
-- out: the columns of a verdict
SELECT clash, status, because, kind, a_document, a_quote, b_document, b_quote, chain, seen
FROM verdict ORDER BY clash;
