-- Take back what was said of two names.
-- in: :id, :at
UPDATE identity SET undone_at = :at WHERE id = :id AND undone_at IS NULL;
