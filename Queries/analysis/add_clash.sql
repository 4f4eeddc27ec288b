-- Keep a clash.
-- in: a value for each column
INSERT INTO contradiction (
  name, is_new, a, b, label, kind, score, why, gate_scope, gate_time, gate_modality, gate_entity,
  reconciled_if, size)
VALUES (
  :name, :is_new, :a, :b, :label, :kind, :score, :why, :gate_scope, :gate_time, :gate_modality,
  :gate_entity, :reconciled_if, :size)
ON CONFLICT (a, b, kind) WHERE size = 2 DO NOTHING;
