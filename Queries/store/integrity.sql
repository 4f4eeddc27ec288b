-- Is the file in order, as SQLite sees it?
-- out: problem ("ok" when there is none)
SELECT integrity_check AS problem FROM pragma_integrity_check;
