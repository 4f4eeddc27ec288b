-- What is a user's own vocabulary, in content order?
-- out: part, entry (JSON)
SELECT part, entry FROM vocabulary ORDER BY part, name;
