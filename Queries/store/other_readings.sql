-- How many other files gave the insight too, to be read in another way?
-- in: :insight, :origin, :reading   out: files
SELECT count(*) AS files FROM support
WHERE insight = :insight AND origin <> :origin AND reading NOT IN (:reading, 'imported');
