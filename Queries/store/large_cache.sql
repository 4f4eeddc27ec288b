-- How much of the file may be kept in memory? 64 MB, so that the indexes are not read again for each document or
-- each step of a way.
PRAGMA cache_size = -65536;
