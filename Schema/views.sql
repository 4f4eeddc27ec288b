-- What other tools may rely on: claims, links, entities, relations, insights, documents, contradictions.
-- What was retracted is in none of them. `any_claim` and names that begin with `live_` are internal.
-- Each step of the schema makes the views anew, because they hold nothing of their own.
DROP VIEW IF EXISTS live_insight;
CREATE VIEW live_insight AS
SELECT
  i.id AS row, i.document AS document_row, i.name AS id, i.title, i.text, d.name AS document,
  s.name AS source, i.published, i.speaker, i.marks
FROM insight AS i
JOIN document AS d ON d.id = i.document
LEFT JOIN source AS s ON s.id = i.source
WHERE d.retracted_at IS NULL AND s.retracted_at IS NULL;

-- `links` is a JSON array, as a claim's own JSON has it; `grade` is null till a session is begun or something graded.
DROP VIEW IF EXISTS any_claim;
CREATE VIEW any_claim AS
SELECT
  c.id AS row, c.insight AS insight_row, c.subject AS subject_row, c.relation AS relation_row,
  c.object AS object_row, c.imported, c.name AS id, su.name AS subject, r.name AS relation, ob.name AS object,
  ts.value AS surface_subject, tr.value AS surface_relation, tb.value AS surface_object,
  c.polarity, c.modality, sc.value AS scope, ti.value AS time, c.valid_from, c.valid_to,
  at.value AS attribution, c.confidence, i.name AS insight, d.name AS document, s.name AS source,
  i.published, q.value AS quote, c.start, c."end", i.speaker,
  CASE WHEN i.marks IS NOT NULL THEN (
    SELECT json_extract(m.value, '$.time') FROM json_each(i.marks) AS m
    WHERE json_extract(m.value, '$.start') <= c.start ORDER BY m.key DESC LIMIT 1
  ) END AS timecode,
  (
    SELECT json_group_array(json_object('kind', l.kind, 'to', b.name, 'words', w.value))
    FROM claim_link AS l
    JOIN claim AS b ON b.id = l.to_claim
    JOIN text AS w ON w.id = l.words
    WHERE l.from_claim = c.id
  ) AS links,
  CASE WHEN EXISTS (SELECT 1 FROM grade) OR EXISTS (SELECT 1 FROM session_log) THEN
    coalesce((
      SELECT g.grade FROM grade AS g WHERE g.what = 'source' AND g.name = s.name ORDER BY g.id DESC LIMIT 1
    ), 'F') || coalesce((
      SELECT g.grade FROM grade AS g WHERE g.what = 'claim' AND g.name = c.name ORDER BY g.id DESC LIMIT 1
    ), '6')
  END AS grade,
  d.retracted_at IS NULL AND s.retracted_at IS NULL AS live
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
LEFT JOIN text AS at ON at.id = c.attribution;

DROP VIEW IF EXISTS live_claim;
CREATE VIEW live_claim AS SELECT * FROM any_claim WHERE live;

-- Where nothing at all is withdrawn, as good as always, no document need be looked up.
DROP VIEW IF EXISTS live_edge;
CREATE VIEW live_edge AS
SELECT c.subject, c.object
FROM claim AS c
WHERE (
    SELECT NOT EXISTS (SELECT 1 FROM document WHERE retracted_at IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM source WHERE retracted_at IS NOT NULL)
  )
  OR EXISTS (SELECT 1 FROM live_insight AS i WHERE i.row = c.insight);

DROP VIEW IF EXISTS links;
CREATE VIEW links AS
SELECT a.name AS from_claim, b.name AS to_claim, l.kind, w.value AS words
FROM claim_link AS l
JOIN claim AS a ON a.id = l.from_claim
JOIN claim AS b ON b.id = l.to_claim
JOIN text AS w ON w.id = l.words
JOIN live_insight AS i ON i.row = a.insight;

DROP VIEW IF EXISTS claims;
CREATE VIEW claims AS
SELECT
  id, subject, relation, object, surface_subject, surface_relation, surface_object, polarity,
  modality, scope, time, valid_from, valid_to, attribution, confidence, insight, document, source,
  published, quote, start, "end", grade, speaker, timecode
FROM live_claim;

DROP VIEW IF EXISTS entities;
CREATE VIEW entities AS
SELECT e.name, e.kind, count(*) AS claims
FROM (
  SELECT c.subject AS entity, c.insight FROM claim AS c
  UNION ALL
  SELECT c.object, c.insight FROM claim AS c WHERE c.object NOT IN (0, c.subject)
) AS used
JOIN live_insight AS i ON i.row = used.insight
JOIN entity AS e ON e.id = used.entity
WHERE e.id <> 0
GROUP BY e.id;

DROP VIEW IF EXISTS relations;
CREATE VIEW relations AS
SELECT r.name, count(*) AS claims
FROM claim AS c
JOIN live_insight AS i ON i.row = c.insight
JOIN relation AS r ON r.id = c.relation
GROUP BY r.id;

DROP VIEW IF EXISTS insights;
CREATE VIEW insights AS
SELECT
  i.id, i.title, i.text, i.document, i.source, i.published, i.speaker,
  json_extract(i.marks, '$[0].time') AS timecode,
  (SELECT count(*) FROM claim AS c WHERE c.insight = i.row) AS claims
FROM live_insight AS i;

DROP VIEW IF EXISTS documents;
CREATE VIEW documents AS
SELECT
  i.document AS id, min(i.source) AS source, min(i.published) AS published,
  count(*) AS insights, sum((SELECT count(*) FROM claim AS c WHERE c.insight = i.row)) AS claims
FROM live_insight AS i
GROUP BY i.document_row;

DROP VIEW IF EXISTS live_contradiction;
CREATE VIEW live_contradiction AS
SELECT
  k.id AS row, k.a AS a_row, k.b AS b_row, k.label, k.kind, k.score, k.why, k.gate_scope,
  k.gate_time, k.gate_modality, k.gate_entity, k.reconciled_if,
  coalesce(v.status, 'open') AS status, v.because, v.seen, v.at AS judged, a.name AS a,
  b.name AS b, k.name AS id, k.is_new,
  CASE WHEN k.size > 2 THEN (
    SELECT json_group_array(name)
    FROM (
      SELECT c.name
      FROM clash_chain AS x JOIN claim AS c ON c.id = x.claim WHERE x.clash = k.id ORDER BY x.place)
  ) END AS chain
FROM contradiction AS k
JOIN claim AS a ON a.id = k.a
JOIN claim AS b ON b.id = k.b
JOIN live_insight AS ai ON ai.row = a.insight
JOIN live_insight AS bi ON bi.row = b.insight
LEFT JOIN verdict AS v ON v.clash = k.name
WHERE k.size = 2 OR k.size = (
  SELECT count(*)
  FROM clash_chain AS x JOIN claim AS c ON c.id = x.claim JOIN live_insight AS i ON i.row = c.insight
  WHERE x.clash = k.id);

DROP VIEW IF EXISTS contradictions;
CREATE VIEW contradictions AS
SELECT
  label, kind, score, why, gate_scope, gate_time, gate_modality, gate_entity, reconciled_if,
  status, a, b, id, because, chain
FROM live_contradiction;
