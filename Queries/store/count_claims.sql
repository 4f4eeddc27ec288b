-- How many claims can be seen?
-- out: claims
SELECT count(*) AS claims FROM claim AS c JOIN live_insight AS i ON i.row = c.insight;
