-- What people tell. Tied to a person only where they agreed to be written back.
CREATE TABLE testimonies (
  id TEXT NOT NULL PRIMARY KEY,
  contact_id TEXT,
  theme TEXT NOT NULL,
  workshop TEXT,
  code_hmac TEXT NOT NULL UNIQUE,
  publish TEXT NOT NULL CHECK (publish IN ('no', 'anonymous', 'named')),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'refused')),
  body BLOB NOT NULL,
  recording_id TEXT,
  at INTEGER NOT NULL,
  org_id TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX testimonies_state ON testimonies (state, at);
--> statement-breakpoint
-- Services that are closed or blocked: only what is counted.
CREATE TABLE obstacles (
  id TEXT NOT NULL PRIMARY KEY,
  service TEXT NOT NULL,
  trouble TEXT NOT NULL,
  department TEXT NOT NULL,
  month TEXT NOT NULL,
  once TEXT NOT NULL UNIQUE,
  org_id TEXT
) STRICT;
--> statement-breakpoint
CREATE TABLE workshops (
  number INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  at INTEGER NOT NULL,
  org_id TEXT
) STRICT;
--> statement-breakpoint
-- What was done with testimonies, by whom: added to, never changed.
CREATE TABLE moderations (
  id TEXT NOT NULL PRIMARY KEY,
  testimony_id TEXT NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('heard', 'approved', 'refused', 'blanked', 'transcribed', 'withdrawn')),
  by TEXT NOT NULL,
  at INTEGER NOT NULL,
  org_id TEXT
) STRICT;
--> statement-breakpoint
CREATE TRIGGER moderations_stand BEFORE UPDATE ON moderations BEGIN SELECT RAISE(ABORT, 'the journal stands'); END;
--> statement-breakpoint
CREATE TRIGGER moderations_stay BEFORE DELETE ON moderations BEGIN SELECT RAISE(ABORT, 'the journal stands'); END;
--> statement-breakpoint
-- Taken back before it came home: it is deleted at the provider, and never kept.
ALTER TABLE recordings ADD COLUMN unwanted INTEGER NOT NULL DEFAULT 0 CHECK (unwanted IN (0, 1));
