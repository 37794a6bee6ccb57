-- What the desk corrects, over what was imported or written in files.
CREATE TABLE corrections (
  kind TEXT NOT NULL CHECK (kind IN ('place', 'closure', 'sheet')),
  about TEXT NOT NULL,
  part TEXT NOT NULL,
  body TEXT NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  org_id TEXT,
  PRIMARY KEY (kind, about, part)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX corrections_end ON corrections (expires_at);
--> statement-breakpoint
CREATE TABLE correction_changes (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO correction_changes (id, version) VALUES (1, 0);
--> statement-breakpoint
CREATE TABLE place_phones (
  id TEXT PRIMARY KEY,
  place TEXT NOT NULL,
  number_hmac TEXT NOT NULL,
  number_enc BLOB NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  org_id TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX place_phones_number ON place_phones (number_hmac, place);
--> statement-breakpoint
-- Counts without anybody in them.
CREATE TABLE tallies (
  month TEXT NOT NULL,
  department TEXT NOT NULL,
  theme TEXT NOT NULL,
  outcome TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('sms', 'voice')),
  count INTEGER NOT NULL CHECK (count > 0),
  org_id TEXT,
  PRIMARY KEY (month, department, theme, outcome, channel)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE unanswered (
  id TEXT PRIMARY KEY,
  lang TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('sms', 'voice')),
  body BLOB NOT NULL,
  count INTEGER NOT NULL CHECK (count > 0),
  at INTEGER NOT NULL,
  org_id TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX unanswered_at ON unanswered (at);
