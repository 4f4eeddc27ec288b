-- Which words do the insights have? Opened for this connection only, as the index itself keeps them.
CREATE VIRTUAL TABLE IF NOT EXISTS temp.insight_terms USING fts5vocab(main, insight_words, 'row');
