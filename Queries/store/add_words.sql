-- In which insight are these words to be found?
-- in: :insight, :text
INSERT INTO insight_words (rowid, text) VALUES (:insight, :text);
