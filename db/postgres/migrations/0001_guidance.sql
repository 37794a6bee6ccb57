-- A sheet that a mediator sends to a phone. What it is about is sealed: the row alone ties nobody to a subject.
CREATE TABLE guidances (
  id TEXT NOT NULL PRIMARY KEY,
  org_id TEXT,
  author TEXT NOT NULL,
  contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  code_hmac TEXT NOT NULL UNIQUE,
  body BYTEA NOT NULL,
  discreet BOOLEAN NOT NULL,
  at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  message_id TEXT NOT NULL,
  taken_at BIGINT,
  answered_at BIGINT,
  read_at BIGINT,
  heard_at BIGINT,
  opened_at BIGINT,
  cancelled_at BIGINT,
  tries BIGINT NOT NULL DEFAULT 0,
  outcome TEXT CHECK (outcome IN ('refused', 'locked'))
);
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
ALTER TABLE messages ADD COLUMN quiet BOOLEAN NOT NULL DEFAULT FALSE;
--> statement-breakpoint
CREATE INDEX messages_guidance ON messages (guidance_id) WHERE guidance_id IS NOT NULL;
