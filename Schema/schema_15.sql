-- Schema 15: one view, `live_edge`, tells whom claims join, for every walk over them.
PRAGMA user_version = 15;
