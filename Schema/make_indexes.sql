-- The indexes that drop_indexes.sql drops, as tables.sql has them.
CREATE INDEX insight_source ON insight (source);
CREATE INDEX claim_name ON claim (name);
CREATE INDEX claim_subject ON claim (subject, relation, object);
CREATE INDEX claim_object ON claim (object, relation, subject);
CREATE INDEX claim_relation ON claim (relation);
