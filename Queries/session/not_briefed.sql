-- What do the latest insights say that no brief has told yet?
-- in: :since (null leaves it open), :limit (insights)   out: the columns of a claim, in canonical order
SELECT * FROM live_claim
WHERE insight_row IN (
  SELECT i.row FROM live_insight AS i
  WHERE (:since IS NULL OR i.published >= :since)
    AND NOT EXISTS (SELECT 1 FROM briefed AS b WHERE b.document = i.document AND b.insight = i.id)
  ORDER BY i.published DESC, i.id, i.document LIMIT :limit
)
ORDER BY published, insight, start, id, document;
