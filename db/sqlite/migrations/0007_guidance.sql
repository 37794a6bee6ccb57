-- A sheet that a mediator sends to a phone. What it is about is sealed: the row alone ties nobody to a subject.
CREATE TABLE guidances (
  id TEXT NOT NULL PRIMARY KEY,
  org_id TEXT,
  author TEXT NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  code_hmac TEXT NOT NULL UNIQUE,
  body BLOB NOT NULL,
  discreet INTEGER NOT NULL CHECK (discreet IN (0, 1)),
  at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  message_id TEXT NOT NULL,
  taken_at INTEGER,
  answered_at INTEGER,
  read_at INTEGER,
  heard_at INTEGER,
  opened_at INTEGER,
  cancelled_at INTEGER,
  tries INTEGER NOT NULL DEFAULT 0,
  outcome TEXT CHECK (outcome IN ('refused', 'locked'))
) STRICT;
--> statement-breakpoint
CREATE INDEX guidances_contact ON guidances (contact_id, at);
--> statement-breakpoint
CREATE INDEX guidances_org ON guidances (org_id, at);
--> statement-breakpoint
CREATE INDEX guidances_author ON guidances (author, at);
--> statement-breakpoint
CREATE INDEX guidances_expires ON guidances (expires_at);
--> statement-breakpoint
-- An answer to this text goes on in the guidance, from the moment it has left.
ALTER TABLE messages ADD COLUMN guidance_id TEXT REFERENCES guidances (id) ON DELETE SET NULL;
--> statement-breakpoint
-- It waits for the end of the quiet hours.
ALTER TABLE messages ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0 CHECK (quiet IN (0, 1));
--> statement-breakpoint
CREATE INDEX messages_guidance ON messages (guidance_id) WHERE guidance_id IS NOT NULL;
