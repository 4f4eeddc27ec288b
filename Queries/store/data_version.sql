-- Has another connection written since this one last looked? Another number then.
-- out: data_version
PRAGMA data_version;
