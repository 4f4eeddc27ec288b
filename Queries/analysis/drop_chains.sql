-- Forget the clashes of more than two claims found so far.
DELETE FROM contradiction WHERE size > 2;
