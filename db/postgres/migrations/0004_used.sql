-- What was used in a month, by kind, in its own units: counts alone.
CREATE TABLE used (
  month text NOT NULL,
  kind text NOT NULL,
  units bigint NOT NULL,
  org_id text,
  PRIMARY KEY (month, kind)
);
