-- Chains have been looked for where rankings changed.
DELETE FROM rank_changed;
