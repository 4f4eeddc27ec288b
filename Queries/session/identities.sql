-- What was said of names, the earliest first?
-- out: the columns of a record
SELECT id, kind, name, other, claims, source, document, because, at, undone_at FROM identity ORDER BY id;
