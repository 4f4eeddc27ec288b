-- Which entities do claims join, with nothing withdrawn left out?
-- out: subject, object (rows of entities)
SELECT c.subject, c.object FROM claim AS c WHERE c.subject <> 0 AND c.object <> 0;
