-- Which entities does some claim have on the other side of one of these?
-- in: :rows (JSON array)   out: row
SELECT c.object AS row FROM live_edge AS c
WHERE c.subject IN (SELECT value FROM json_each(:rows)) AND c.object <> 0
UNION
SELECT c.subject FROM live_edge AS c
WHERE c.object IN (SELECT value FROM json_each(:rows)) AND c.subject <> 0;
