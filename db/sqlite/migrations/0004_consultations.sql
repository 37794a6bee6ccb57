-- Every process reads this number in each exchange, and the consultations again when it has changed.
CREATE TABLE consultation_changes (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO consultation_changes (id, version) VALUES (1, 0);
--> statement-breakpoint
-- The key (sealed) is there while it is open, and never after.
CREATE TABLE consultations (
  id TEXT NOT NULL PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  body TEXT NOT NULL,
  key BLOB,
  codes INTEGER NOT NULL,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  days TEXT,
  org_id TEXT,
  CHECK ((state = 'open') = (key IS NOT NULL))
) STRICT;
--> statement-breakpoint
-- No table of a vote has row numbers: they would tell in which order people came.
CREATE TABLE ballots (
  id TEXT NOT NULL PRIMARY KEY,
  consultation_id TEXT NOT NULL,
  day TEXT,
  body BLOB NOT NULL,
  recordings TEXT,
  org_id TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX ballots_consultation ON ballots (consultation_id);
--> statement-breakpoint
-- Who voted, as a keyed hash, and which ballot is theirs: emptied when the vote closes.
CREATE TABLE voters (
  consultation_id TEXT NOT NULL,
  voter TEXT NOT NULL,
  ballot_id TEXT NOT NULL UNIQUE,
  org_id TEXT,
  PRIMARY KEY (consultation_id, voter)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE receipts (
  receipt TEXT NOT NULL,
  consultation_id TEXT NOT NULL,
  org_id TEXT,
  PRIMARY KEY (receipt, consultation_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- What was answered in words, once the vote is closed: tied to no ballot.
CREATE TABLE open_answers (
  id TEXT NOT NULL PRIMARY KEY,
  consultation_id TEXT NOT NULL,
  body BLOB NOT NULL,
  org_id TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- Who asked for the result by SMS: says nothing of a ballot.
CREATE TABLE result_wishes (
  consultation_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  org_id TEXT,
  PRIMARY KEY (consultation_id, contact_id)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
-- What was really answered in a vote, for a webhook that comes twice; the exchange itself says "[vote]".
CREATE TABLE secret_copies (
  inbound_id TEXT NOT NULL PRIMARY KEY,
  consultation_id TEXT NOT NULL,
  data BLOB NOT NULL,
  at INTEGER NOT NULL,
  org_id TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX secret_copies_at ON secret_copies (at);
--> statement-breakpoint
-- Consultations of which a conversation holds a draft: it ends with them.
ALTER TABLE sessions ADD COLUMN drafts TEXT;
