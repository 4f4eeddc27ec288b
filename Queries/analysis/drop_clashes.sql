-- Forget the clashes found so far (what people said of them stays).
DELETE FROM contradiction;
