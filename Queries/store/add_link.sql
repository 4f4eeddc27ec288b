-- Keep a link between two claims of an insight; to a claim that isn't there it is none.
-- in: :insight, :from, :to (names of claims), :kind, :words (id of a text)
INSERT INTO claim_link (from_claim, to_claim, kind, words)
SELECT a.id, b.id, :kind, :words
FROM claim AS a
JOIN claim AS b ON b.insight = a.insight
WHERE a.insight = :insight AND a.name = :from AND b.name = :to AND a.id <> b.id
ON CONFLICT (from_claim, to_claim, kind) DO NOTHING;
