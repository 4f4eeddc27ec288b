-- What is withdrawn, and why?
-- out: what, name, because
SELECT 'document' AS what, name, because FROM document WHERE retracted_at IS NOT NULL
UNION ALL
SELECT 'source', name, because FROM source WHERE retracted_at IS NOT NULL
ORDER BY what, name;
