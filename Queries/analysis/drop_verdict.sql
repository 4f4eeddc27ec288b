-- Take a verdict back.
-- in: :a, :b (claim ids, the smaller first)
DELETE FROM verdict WHERE a = :a AND b = :b;
