-- What was done, the earliest first?
-- in: :session (null for all)   out: session, at, act
SELECT session, at, act FROM session_log
WHERE :session IS NULL OR session = :session
ORDER BY id;
