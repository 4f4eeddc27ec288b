-- Are references looked up again?
PRAGMA foreign_keys = ON;
