-- What was used in a month, by kind, in its own units: counts alone.
CREATE TABLE used (
  month TEXT NOT NULL,
  kind TEXT NOT NULL,
  units INTEGER NOT NULL,
  org_id TEXT,
  PRIMARY KEY (month, kind)
) STRICT, WITHOUT ROWID;
