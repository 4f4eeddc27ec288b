-- What kind of thing is this entity?
-- in: :entity, :kind
UPDATE entity SET kind = :kind WHERE id = :entity AND kind IS NOT :kind;
