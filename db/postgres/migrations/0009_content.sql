-- What the desk corrects, over what was imported or written in files.
CREATE TABLE corrections (
  kind text NOT NULL CHECK (kind IN ('place', 'closure', 'sheet')),
  about text NOT NULL,
  part text NOT NULL,
  body text NOT NULL,
  author text NOT NULL,
  at bigint NOT NULL,
  expires_at bigint NOT NULL,
  org_id text,
  PRIMARY KEY (kind, about, part)
);
--> statement-breakpoint
CREATE INDEX corrections_end ON corrections (expires_at);
--> statement-breakpoint
CREATE TABLE correction_changes (
  id integer PRIMARY KEY CHECK (id = 1),
  version integer NOT NULL
);
--> statement-breakpoint
INSERT INTO correction_changes (id, version) VALUES (1, 0);
--> statement-breakpoint
CREATE TABLE place_phones (
  id text PRIMARY KEY,
  place text NOT NULL,
  number_hmac text NOT NULL,
  number_enc bytea NOT NULL,
  author text NOT NULL,
  at bigint NOT NULL,
  org_id text
);
--> statement-breakpoint
CREATE UNIQUE INDEX place_phones_number ON place_phones (number_hmac, place);
--> statement-breakpoint
-- Counts without anybody in them.
CREATE TABLE tallies (
  month text NOT NULL,
  department text NOT NULL,
  theme text NOT NULL,
  outcome text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('sms', 'voice')),
  count bigint NOT NULL CHECK (count > 0),
  org_id text,
  PRIMARY KEY (month, department, theme, outcome, channel)
);
--> statement-breakpoint
CREATE TABLE unanswered (
  id text PRIMARY KEY,
  lang text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('sms', 'voice')),
  body bytea NOT NULL,
  count bigint NOT NULL CHECK (count > 0),
  at bigint NOT NULL,
  org_id text
);
--> statement-breakpoint
CREATE INDEX unanswered_at ON unanswered (at);
