-- Is anything withdrawn?
-- out: found
SELECT EXISTS (SELECT 1 FROM document WHERE retracted_at IS NOT NULL)
  OR EXISTS (SELECT 1 FROM source WHERE retracted_at IS NOT NULL) AS found;
