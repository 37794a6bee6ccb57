-- Those who work at the desk.
CREATE TABLE organisations (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  departments TEXT NOT NULL,
  is_default INTEGER NOT NULL CHECK (is_default IN (0, 1)),
  at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX organisations_default ON organisations (is_default) WHERE is_default = 1;
--> statement-breakpoint
CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY,
  org_id TEXT NOT NULL REFERENCES organisations (id),
  email_hmac TEXT NOT NULL UNIQUE,
  phone_hmac TEXT UNIQUE,
  body BLOB NOT NULL,
  password TEXT NOT NULL,
  second BLOB,
  second_step INTEGER NOT NULL,
  roles TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX accounts_org ON accounts (org_id);
--> statement-breakpoint
CREATE TABLE invitations (
  id TEXT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  org_id TEXT NOT NULL REFERENCES organisations (id),
  roles TEXT NOT NULL,
  account_id TEXT REFERENCES accounts (id),
  body BLOB NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE account_sessions (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  stage TEXT NOT NULL CHECK (stage IN ('setup', 'second', 'full')),
  at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX account_sessions_account ON account_sessions (account_id);
--> statement-breakpoint
-- Tries of a password or a code, by a keyed hash: whether the account exists or not.
CREATE TABLE sign_in_tries (
  key TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX sign_in_tries_key ON sign_in_tries (key, at);
--> statement-breakpoint
CREATE TABLE journal (
  id TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  account_id TEXT,
  org_id TEXT,
  act TEXT NOT NULL,
  about TEXT
) STRICT;
--> statement-breakpoint
CREATE INDEX journal_org ON journal (org_id, at, id);
--> statement-breakpoint
CREATE TRIGGER journal_stands BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal stands'); END;
--> statement-breakpoint
-- Lines go when a year has passed over them, and not before.
CREATE TRIGGER journal_stays BEFORE DELETE ON journal
WHEN OLD.at > (SELECT max(at) FROM journal) - 31536000000
BEGIN SELECT RAISE(ABORT, 'the journal stands'); END;
