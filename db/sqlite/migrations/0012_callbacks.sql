-- When an organisation answers those who ask for a human.
CREATE TABLE duties (
  org_id TEXT NOT NULL PRIMARY KEY,
  hours TEXT NOT NULL,
  department TEXT NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE callbacks (
  id TEXT NOT NULL PRIMARY KEY,
  org_id TEXT NOT NULL,
  contact_id TEXT NOT NULL,
  body BLOB NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'claimed', 'done', 'missed', 'expired', 'cancelled')),
  urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
  discreet INTEGER NOT NULL CHECK (discreet IN (0, 1)),
  zone TEXT NOT NULL,
  at INTEGER NOT NULL,
  deadline INTEGER NOT NULL,
  late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1)),
  missed INTEGER NOT NULL DEFAULT 0,
  claimed_by TEXT,
  closed_at INTEGER,
  -- What a phone that takes no texts is still to be told by call.
  notice TEXT CHECK (notice IN ('missed', 'gaveUp', 'late', 'expired')),
  notice_at INTEGER,
  notice_tries INTEGER NOT NULL DEFAULT 0,
  CHECK ((state = 'claimed') = (claimed_by IS NOT NULL AND closed_at IS NULL)),
  CHECK ((state IN ('open', 'claimed')) = (closed_at IS NULL))
) STRICT;
--> statement-breakpoint
-- A person has one request that waits.
CREATE UNIQUE INDEX callbacks_waiting ON callbacks (contact_id) WHERE closed_at IS NULL;
--> statement-breakpoint
CREATE INDEX callbacks_person ON callbacks (contact_id, at);
--> statement-breakpoint
CREATE INDEX callbacks_org ON callbacks (org_id, closed_at);
--> statement-breakpoint
CREATE INDEX callbacks_deadline ON callbacks (deadline) WHERE closed_at IS NULL;
--> statement-breakpoint
CREATE INDEX callbacks_notice ON callbacks (notice_at) WHERE notice IS NOT NULL;
--> statement-breakpoint
CREATE TABLE callback_notes (
  id TEXT NOT NULL PRIMARY KEY,
  callback_id TEXT NOT NULL,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX callback_notes_of ON callback_notes (callback_id, at);
--> statement-breakpoint
-- A call of a helper and a person: instants of the first time, whatever the order of the reports.
CREATE TABLE bridges (
  id TEXT NOT NULL PRIMARY KEY,
  callback_id TEXT NOT NULL,
  org_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  answered_at INTEGER,
  accepted_at INTEGER,
  joined_at INTEGER,
  ended_at INTEGER,
  outcome TEXT CHECK (outcome IN ('joined', 'left', 'unanswered', 'busy', 'failed', 'declined'))
) STRICT;
--> statement-breakpoint
CREATE INDEX bridges_of ON bridges (callback_id, at);
--> statement-breakpoint
-- By number and not by contact: who is erased stays muted.
CREATE TABLE muted_callers (
  number_hmac TEXT NOT NULL,
  org_id TEXT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (number_hmac, org_id)
) STRICT, WITHOUT ROWID;
