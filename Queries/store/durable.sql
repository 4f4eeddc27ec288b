-- Is on the disk what has been written when a command ends? Yes, even if the power fails then.
PRAGMA synchronous = FULL;
