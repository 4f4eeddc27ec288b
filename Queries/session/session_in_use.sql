-- Which session is under way?
-- out: session; no row when none is
SELECT session FROM session_log
WHERE id = (SELECT max(id) FROM session_log WHERE kind IN ('opened', 'resumed', 'closed'))
  AND kind <> 'closed';
