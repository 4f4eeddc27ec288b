-- Forget a user's own vocabulary.
DELETE FROM vocabulary;
