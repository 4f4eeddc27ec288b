-- Which claims were read from this insight, be it retracted or not?
-- in: :insight   out: row, imported, and the columns of a claim
SELECT
  c.id AS row, c.imported, c.name AS id, su.name AS subject, r.name AS relation, ob.name AS object,
  ts.value AS surface_subject, tr.value AS surface_relation, tb.value AS surface_object,
  c.polarity, c.modality, sc.value AS scope, ti.value AS time, c.valid_from, c.valid_to,
  at.value AS attribution, c.confidence, i.name AS insight, d.name AS document, s.name AS source,
  i.published, q.value AS quote, c.start, c."end"
FROM claim AS c
JOIN entity AS su ON su.id = c.subject
JOIN relation AS r ON r.id = c.relation
JOIN entity AS ob ON ob.id = c.object
JOIN text AS ts ON ts.id = c.surface_subject
JOIN text AS tr ON tr.id = c.surface_relation
JOIN text AS tb ON tb.id = c.surface_object
JOIN text AS q ON q.id = c.quote
JOIN insight AS i ON i.id = c.insight
JOIN document AS d ON d.id = i.document
LEFT JOIN source AS s ON s.id = i.source
LEFT JOIN text AS sc ON sc.id = c.scope
LEFT JOIN text AS ti ON ti.id = c.time
LEFT JOIN text AS at ON at.id = c.attribution
WHERE c.insight = :insight;
