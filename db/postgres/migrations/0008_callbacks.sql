-- When an organisation answers those who ask for a human.
CREATE TABLE duties (
  org_id text NOT NULL PRIMARY KEY,
  hours text NOT NULL,
  department text NOT NULL
);
--> statement-breakpoint
CREATE TABLE callbacks (
  id text NOT NULL PRIMARY KEY,
  org_id text NOT NULL,
  contact_id text NOT NULL,
  body bytea NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'claimed', 'done', 'missed', 'expired', 'cancelled')),
  urgent boolean NOT NULL,
  discreet boolean NOT NULL,
  zone text NOT NULL,
  at bigint NOT NULL,
  deadline bigint NOT NULL,
  late boolean NOT NULL DEFAULT false,
  missed integer NOT NULL DEFAULT 0,
  claimed_by text,
  closed_at bigint,
  -- What a phone that takes no texts is still to be told by call.
  notice text CHECK (notice IN ('missed', 'gaveUp', 'late', 'expired')),
  notice_at bigint,
  notice_tries integer NOT NULL DEFAULT 0,
  CHECK ((state = 'claimed') = (claimed_by IS NOT NULL AND closed_at IS NULL)),
  CHECK ((state IN ('open', 'claimed')) = (closed_at IS NULL))
);
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
  id text NOT NULL PRIMARY KEY,
  callback_id text NOT NULL,
  author text NOT NULL,
  at bigint NOT NULL,
  body bytea NOT NULL
);
--> statement-breakpoint
CREATE INDEX callback_notes_of ON callback_notes (callback_id, at);
--> statement-breakpoint
-- A call of a helper and a person: instants of the first time, whatever the order of the reports.
CREATE TABLE bridges (
  id text NOT NULL PRIMARY KEY,
  callback_id text NOT NULL,
  org_id text NOT NULL,
  account_id text NOT NULL,
  at bigint NOT NULL,
  answered_at bigint,
  accepted_at bigint,
  joined_at bigint,
  ended_at bigint,
  outcome text CHECK (outcome IN ('joined', 'left', 'unanswered', 'busy', 'failed', 'declined'))
);
--> statement-breakpoint
CREATE INDEX bridges_of ON bridges (callback_id, at);
--> statement-breakpoint
-- By number and not by contact: who is erased stays muted.
CREATE TABLE muted_callers (
  number_hmac text NOT NULL,
  org_id text NOT NULL,
  id text NOT NULL UNIQUE,
  account_id text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (number_hmac, org_id)
);
