-- How do these claims stand, withdrawn ones too?
-- in: :ids (JSON array)
-- out: the columns of a claim; withdrawn (why; null while it holds); alike, clashes and updates (JSON arrays of ids)
SELECT
  k.*,
  CASE WHEN NOT k.live THEN (
    SELECT coalesce(
      CASE WHEN d.retracted_at IS NOT NULL THEN d.because ELSE s.because END,
      'no reason was given')
    FROM insight AS i
    JOIN document AS d ON d.id = i.document
    LEFT JOIN source AS s ON s.id = i.source
    WHERE i.id = k.insight_row
  ) END AS withdrawn,
  (
    SELECT json_group_array(name) FROM (
      SELECT DISTINCT o.name
      FROM claim AS o
      JOIN live_insight AS i ON i.row = o.insight
      WHERE o.subject = k.subject_row AND o.relation = k.relation_row AND o.object = k.object_row
        AND o.polarity = k.polarity AND o.name <> k.id
      ORDER BY o.name)
  ) AS alike,
  (
    SELECT json_group_array(id) FROM (
      SELECT DISTINCT c.id
      FROM live_contradiction AS c
      WHERE (c.a_row = k.row OR c.b_row = k.row
          OR c.row IN (SELECT clash FROM clash_chain WHERE claim = k.row))
        AND c.label <> 'update' AND c.status <> 'dismissed'
      ORDER BY c.id)
  ) AS clashes,
  (
    SELECT json_group_array(id) FROM (
      SELECT DISTINCT c.id
      FROM live_contradiction AS c
      WHERE c.a_row = k.row AND c.label = 'update' AND c.status <> 'dismissed'
      ORDER BY c.id)
  ) AS updates
FROM any_claim AS k
WHERE k.id IN (SELECT value FROM json_each(:ids))
ORDER BY k.published, k.insight, k.start, k.id, k.document;
