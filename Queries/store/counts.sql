-- How much does the store hold?
-- out: name, count
SELECT 'sources' AS name, count(DISTINCT source) AS count FROM live_insight
UNION ALL SELECT 'documents', count(DISTINCT document_row) FROM live_insight
UNION ALL SELECT 'insights', count(*) FROM live_insight
UNION ALL SELECT 'claims', count(*) FROM claim AS c JOIN live_insight AS i ON i.row = c.insight
UNION ALL SELECT 'entities', count(*) FROM entities
UNION ALL SELECT 'relations', count(*) FROM relations
UNION ALL SELECT 'contradictions', count(*) FROM live_contradiction
  WHERE label = 'contradiction' AND status <> 'dismissed'
UNION ALL SELECT 'tensions', count(*) FROM live_contradiction
  WHERE label = 'tension' AND status <> 'dismissed'
UNION ALL SELECT 'updates', count(*) FROM live_contradiction
  WHERE label = 'update' AND status <> 'dismissed'
UNION ALL SELECT 'dismissed clashes', count(*) FROM live_contradiction WHERE status = 'dismissed'
UNION ALL SELECT 'retracted documents', count(*) FROM document WHERE retracted_at IS NOT NULL
UNION ALL SELECT 'retracted sources', count(*) FROM source WHERE retracted_at IS NOT NULL;
