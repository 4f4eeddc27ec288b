-- Are all names to be found by their words? (SQLite fails with "corrupt" when they aren't.)
INSERT INTO entity_words (entity_words, rank) VALUES ('integrity-check', 1);
