-- Keep a clash.
-- in: a value for each column
INSERT INTO contradiction (
  name, is_new, a, b, label, kind, score, why, gate_scope, gate_time, gate_modality, gate_entity,
  reconciled_if)
VALUES (
  :name, :is_new, :a, :b, :label, :kind, :score, :why, :gate_scope, :gate_time, :gate_modality,
  :gate_entity, :reconciled_if)
ON CONFLICT (a, b, kind) DO NOTHING;
