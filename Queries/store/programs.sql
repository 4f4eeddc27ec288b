-- What of the store's own will run when it is read or written?
-- out: type (view or trigger), name, sql
SELECT type, name, sql FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY type, name;
