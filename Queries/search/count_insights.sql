-- How many insights match, counted no further than some number?
-- in: :pattern (FTS5), :most   out: count
SELECT count(*) AS count FROM (
  SELECT 1 FROM insight_words WHERE insight_words MATCH :pattern LIMIT :most
);
