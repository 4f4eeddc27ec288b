-- How many sessions were begun?
-- out: session
SELECT coalesce(max(session), 0) AS session FROM session_log;
