-- Schema 3: links between the claims of one insight, from the cause to its effect or the action to its purpose.
PRAGMA user_version = 3;

CREATE TABLE claim_link (
  from_claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  to_claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('cause', 'purpose')),
  words INTEGER NOT NULL REFERENCES text (id),
  PRIMARY KEY (from_claim, to_claim, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_link_to ON claim_link (to_claim);
