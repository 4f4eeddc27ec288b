-- Keep a claim.
-- in: a value for each column, names as ids
INSERT INTO claim (
  name, insight, subject, relation, object, surface_subject, surface_relation, surface_object,
  polarity, modality, scope, time, valid_from, valid_to, attribution, confidence, quote, start,
  "end", imported)
VALUES (
  :name, :insight, :subject, :relation, :object, :surface_subject, :surface_relation,
  :surface_object, :polarity, :modality, :scope, :time, :valid_from, :valid_to, :attribution,
  :confidence, :quote, :start, :end,
  :imported);
