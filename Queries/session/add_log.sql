-- Note what was done in a session.
-- in: a value for each column but the id
INSERT INTO session_log (session, at, kind, act) VALUES (:session, :at, :kind, :act);
