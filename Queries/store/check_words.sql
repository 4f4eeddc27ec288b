-- Does the word index hold the insights' words? (SQLite fails with "corrupt" when it doesn't.)
INSERT INTO insight_words (insight_words, rank) VALUES ('integrity-check', 1);
