-- Which rows point to rows that aren't there?
-- out: problem
SELECT format('%s row %d points to a missing %s', "table", rowid, "parent") AS problem
FROM pragma_foreign_key_check;
