-- What breaks the rules that the tables can't state?
-- out: problem
SELECT format('insight %s of %s is given by no file', i.name, d.name) AS problem
FROM insight AS i JOIN document AS d ON d.id = i.document
WHERE NOT EXISTS (SELECT 1 FROM support AS s WHERE s.insight = i.id)
UNION ALL
SELECT format('claim %s has no subject', name) FROM claim WHERE subject = 0
UNION ALL
SELECT format('claim %s has the confidence %s', name, confidence)
FROM claim WHERE confidence NOT BETWEEN 0 AND 1
UNION ALL
SELECT format('clash %d is of a claim with itself', id) FROM contradiction WHERE a = b
UNION ALL
SELECT format('claim %s ends in %s, before it begins in %s', name, valid_to, valid_from)
FROM claim WHERE valid_to < valid_from
UNION ALL
SELECT format('claim %s is linked to itself', a.name)
FROM claim_link AS l JOIN claim AS a ON a.id = l.from_claim
WHERE l.from_claim = l.to_claim
UNION ALL
SELECT format('the link from claim %s to claim %s joins two insights', a.name, b.name)
FROM claim_link AS l
JOIN claim AS a ON a.id = l.from_claim
JOIN claim AS b ON b.id = l.to_claim
WHERE a.insight <> b.insight;
