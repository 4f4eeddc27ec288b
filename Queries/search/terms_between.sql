-- Which words of the insights stand between two in the alphabet or are spelled so, the commonest first?
-- in: :first, :last, :shortest, :longest (letters), :spellings (JSON array)
-- out: term   (after open_terms)
SELECT term FROM (
  SELECT term, doc FROM temp.insight_terms
  WHERE term >= :first AND term < :last AND length(term) BETWEEN :shortest AND :longest
  UNION
  SELECT t.term, t.doc
  FROM json_each(:spellings) AS s JOIN temp.insight_terms AS t ON t.term = s.value
)
ORDER BY doc DESC, term;
