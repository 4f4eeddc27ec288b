-- Whom do claims join that are not withdrawn?
-- out: subject, object (rows of entities)
SELECT subject, object FROM live_edge WHERE subject <> 0 AND object <> 0;
