-- Instants are UTC milliseconds. Blobs are sealed before they come here. No number is anywhere in clear.
CREATE TABLE contacts (
  id TEXT NOT NULL PRIMARY KEY,
  number_hmac TEXT NOT NULL UNIQUE,
  number_enc BLOB NOT NULL,
  lang TEXT,
  zone TEXT,
  last_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  org_id TEXT
) STRICT;
--> statement-breakpoint
-- By number and not by contact: who is erased stays opted out.
CREATE TABLE opt_outs (
  number_hmac TEXT NOT NULL PRIMARY KEY,
  by TEXT NOT NULL CHECK (by IN ('ours', 'provider')),
  at INTEGER NOT NULL,
  org_id TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE sessions (
  key TEXT NOT NULL PRIMARY KEY,
  contact_id TEXT REFERENCES contacts (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('sms', 'voice')),
  data BLOB NOT NULL,
  at INTEGER NOT NULL,
  discreet INTEGER NOT NULL CHECK (discreet IN (0, 1)),
  org_id TEXT
) STRICT;
--> statement-breakpoint
-- The previous session of a contact on a channel.
CREATE INDEX sessions_previous ON sessions (contact_id, channel, at);
--> statement-breakpoint
CREATE TABLE exchanges (
  inbound_id TEXT NOT NULL PRIMARY KEY,
  key TEXT NOT NULL,
  contact_id TEXT REFERENCES contacts (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('sms', 'voice')),
  at INTEGER NOT NULL,
  data BLOB NOT NULL,
  discreet INTEGER NOT NULL CHECK (discreet IN (0, 1)),
  org_id TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX exchanges_at ON exchanges (at);
--> statement-breakpoint
CREATE INDEX exchanges_contact ON exchanges (contact_id);
--> statement-breakpoint
-- The outbox. A reply's words are in its exchange; when that is purged the row stays, with nothing to say.
CREATE TABLE messages (
  id TEXT NOT NULL PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  inbound_id TEXT REFERENCES exchanges (inbound_id) ON DELETE SET NULL,
  kind TEXT NOT NULL CHECK (kind IN ('reply', 'asked', 'unasked')),
  state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'expired', 'handed', 'sent', 'failed', 'delivered')),
  body BLOB,
  due_at INTEGER NOT NULL,
  expires_at INTEGER,
  attempts INTEGER NOT NULL,
  lease_until INTEGER,
  provider_id TEXT,
  code TEXT,
  sent_at INTEGER,
  discreet INTEGER NOT NULL CHECK (discreet IN (0, 1)),
  at INTEGER NOT NULL,
  org_id TEXT,
  CHECK ((kind = 'reply') = (body IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX messages_due ON messages (due_at) WHERE state IN ('pending', 'sending');
--> statement-breakpoint
CREATE INDEX messages_at ON messages (at);
--> statement-breakpoint
CREATE INDEX messages_contact ON messages (contact_id);
--> statement-breakpoint
CREATE INDEX messages_inbound ON messages (inbound_id);
--> statement-breakpoint
CREATE TABLE feedback (
  id TEXT NOT NULL PRIMARY KEY,
  contact_id TEXT REFERENCES contacts (id) ON DELETE CASCADE,
  sheet TEXT NOT NULL,
  body BLOB NOT NULL,
  at INTEGER NOT NULL,
  org_id TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX feedback_contact ON feedback (contact_id);
--> statement-breakpoint
-- A recorded message: at the provider until `data` holds it, sealed; then only here.
CREATE TABLE recordings (
  id TEXT NOT NULL PRIMARY KEY,
  contact_id TEXT REFERENCES contacts (id) ON DELETE CASCADE,
  inbound_id TEXT REFERENCES exchanges (inbound_id) ON DELETE SET NULL,
  provider_id TEXT NOT NULL,
  data BLOB,
  due_at INTEGER,
  attempts INTEGER NOT NULL,
  at INTEGER NOT NULL,
  org_id TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX recordings_contact ON recordings (contact_id);
--> statement-breakpoint
CREATE INDEX recordings_due ON recordings (due_at) WHERE due_at IS NOT NULL;
--> statement-breakpoint
CREATE INDEX recordings_inbound ON recordings (inbound_id);
