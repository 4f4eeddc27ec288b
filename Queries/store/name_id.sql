-- Under which id is this name kept in this table?
-- in: :table, :value   out: id
SELECT id FROM text WHERE :table = 'text' AND value = :value
UNION ALL SELECT id FROM entity WHERE :table = 'entity' AND name = :value
UNION ALL SELECT id FROM relation WHERE :table = 'relation' AND name = :value
UNION ALL SELECT id FROM source WHERE :table = 'source' AND name = :value
UNION ALL SELECT id FROM document WHERE :table = 'document' AND name = :value;
