-- What somebody is to be told again on a day that was agreed. What it is about is sealed.
CREATE TABLE reminders (
  id TEXT NOT NULL PRIMARY KEY,
  org_id TEXT,
  author TEXT,
  guidance_id TEXT,
  contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  way TEXT NOT NULL CHECK (way IN ('text', 'call')),
  kind TEXT NOT NULL CHECK (kind IN ('visit', 'deadline', 'after')),
  body BLOB NOT NULL,
  discreet INTEGER NOT NULL CHECK (discreet IN (0, 1)),
  at INTEGER NOT NULL,
  -- When it is told; null once that is done.
  due_at INTEGER,
  expires_at INTEGER NOT NULL,
  message_id TEXT,
  rung INTEGER NOT NULL DEFAULT 0,
  taken_at INTEGER,
  heard_at INTEGER,
  reply TEXT CHECK (reply IN ('coming', 'cannot', 'call', 'yes', 'no', 'stuck')),
  replied_at INTEGER,
  cancelled_at INTEGER,
  failed TEXT,
  handled_at INTEGER,
  told_at INTEGER
) STRICT;
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
  shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
  at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX templates_org ON templates (org_id, name);
