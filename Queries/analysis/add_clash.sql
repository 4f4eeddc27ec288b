-- Keep a clash.
-- in: a value for each column
INSERT INTO contradiction (
  a, b, label, kind, score, why, gate_scope, gate_time, gate_modality, gate_entity, reconciled_if)
VALUES (
  :a, :b, :label, :kind, :score, :why, :gate_scope, :gate_time, :gate_modality, :gate_entity,
  :reconciled_if)
ON CONFLICT (a, b, kind) DO NOTHING;
