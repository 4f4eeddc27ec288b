-- Which insights have briefs told?
-- out: document, insight, at
SELECT document, insight, at FROM briefed ORDER BY document, insight;
