-- Where else does the text say what these claims say?
-- in: :rows (JSON array)   out: row (one of those given), document, source, quote
SELECT c.id AS row, i.document, i.source, q.value AS quote
FROM json_each(:rows) AS given
JOIN claim AS c ON c.id = given.value
JOIN claim AS o
  ON o.subject = c.subject AND o.relation = c.relation AND o.object = c.object
  AND o.polarity = c.polarity
JOIN live_insight AS i ON i.row = o.insight
JOIN text AS q ON q.id = o.quote;
