-- May references be written without being looked up? Yes, from here on; only outside of a transaction.
PRAGMA foreign_keys = OFF;
