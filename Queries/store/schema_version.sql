-- Which schema has the store, who made it, and does it hold any table?
-- out: version, application, tables
SELECT v.user_version AS version, a.application_id AS application,
  (SELECT count(*) FROM sqlite_master) AS tables
FROM pragma_user_version AS v, pragma_application_id AS a;
