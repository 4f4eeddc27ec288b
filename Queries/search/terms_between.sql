-- Which words of the insights stand between two in the alphabet, the commonest first?
-- in: :first, :last, :shortest, :longest (letters)   out: term   (after open_terms)
SELECT term FROM temp.insight_terms
WHERE term >= :first AND term < :last AND length(term) BETWEEN :shortest AND :longest
ORDER BY doc DESC, term
LIMIT 500;
