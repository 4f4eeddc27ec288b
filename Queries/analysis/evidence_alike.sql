-- Where does the text say what these claims say, and who says so?
-- in: :rows (JSON array)
-- out: subject, relation, object, polarity (of what is said), claim, attribution, insight, document, source,
--   published, speaker, quote
SELECT
  s.subject, s.relation, s.object, s.polarity, o.name AS claim, a.value AS attribution,
  i.id AS insight, i.document, i.source, i.published, i.speaker, q.value AS quote
FROM (
  SELECT DISTINCT c.subject, c.relation, c.object, c.polarity
  FROM json_each(:rows) AS given JOIN claim AS c ON c.id = given.value
) AS s
JOIN claim AS o
  ON o.subject = s.subject AND o.relation = s.relation AND o.object = s.object
  AND o.polarity = s.polarity
JOIN live_insight AS i ON i.row = o.insight
JOIN text AS q ON q.id = o.quote
LEFT JOIN text AS a ON a.id = o.attribution;
