-- What somebody is to be told again on a day that was agreed. What it is about is sealed.
CREATE TABLE reminders (
  id TEXT NOT NULL PRIMARY KEY,
  org_id TEXT,
  author TEXT,
  guidance_id TEXT,
  contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  way TEXT NOT NULL CHECK (way IN ('text', 'call')),
  kind TEXT NOT NULL CHECK (kind IN ('visit', 'deadline', 'after')),
  body BYTEA NOT NULL,
  discreet BOOLEAN NOT NULL,
  at BIGINT NOT NULL,
  -- When it is told; null once that is done.
  due_at BIGINT,
  expires_at BIGINT NOT NULL,
  message_id TEXT,
  rung BIGINT NOT NULL DEFAULT 0,
  taken_at BIGINT,
  heard_at BIGINT,
  reply TEXT CHECK (reply IN ('coming', 'cannot', 'call', 'yes', 'no', 'stuck')),
  replied_at BIGINT,
  cancelled_at BIGINT,
  failed TEXT,
  handled_at BIGINT,
  told_at BIGINT
);
--> statement-breakpoint
CREATE INDEX reminders_contact ON reminders (contact_id);
--> statement-breakpoint
CREATE INDEX reminders_org ON reminders (org_id, expires_at);
--> statement-breakpoint
CREATE INDEX reminders_due ON reminders (due_at) WHERE due_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX reminders_message ON reminders (message_id) WHERE message_id IS NOT NULL;
--> statement-breakpoint
-- Argon2id of a few digits, which stand for the desk's password on a basic phone.
ALTER TABLE accounts ADD COLUMN pin TEXT;
--> statement-breakpoint
-- A sheet with its note, saved to be sent again: nobody's number is in it.
CREATE TABLE templates (
  id TEXT NOT NULL PRIMARY KEY,
  org_id TEXT NOT NULL,
  author TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  shared BOOLEAN NOT NULL,
  at BIGINT NOT NULL
);
--> statement-breakpoint
CREATE INDEX templates_org ON templates (org_id, name);
