-- What is withdrawn, why and since when?
-- out: what, name, because, at
SELECT 'document' AS what, name, because, strftime('%Y-%m-%dT%H:%M:%SZ', retracted_at) AS at
FROM document WHERE retracted_at IS NOT NULL
UNION ALL
SELECT 'source', name, because, strftime('%Y-%m-%dT%H:%M:%SZ', retracted_at)
FROM source WHERE retracted_at IS NOT NULL
ORDER BY what, name;
