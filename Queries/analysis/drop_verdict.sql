-- Take a verdict back.
-- in: :clash (its id)
DELETE FROM verdict WHERE clash = :clash;
