-- How many other files gave the insight too?
-- in: :insight, :origin   out: files
SELECT count(*) AS files FROM support WHERE insight = :insight AND origin <> :origin;
