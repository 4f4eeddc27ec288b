-- How far are sources and claims trusted, by all that was ever said?
-- out: the columns of a grade, the earliest first
SELECT what, name, grade, because, at FROM grade ORDER BY id;
