-- Those who work at the desk.
CREATE TABLE organisations (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  departments TEXT[] NOT NULL,
  is_default BOOLEAN NOT NULL,
  at BIGINT NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX organisations_default ON organisations (is_default) WHERE is_default;
--> statement-breakpoint
CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY,
  org_id TEXT NOT NULL REFERENCES organisations (id),
  email_hmac TEXT NOT NULL UNIQUE,
  phone_hmac TEXT UNIQUE,
  body BYTEA NOT NULL,
  password TEXT NOT NULL,
  second BYTEA,
  second_step BIGINT NOT NULL DEFAULT 0,
  roles TEXT[] NOT NULL,
  active BOOLEAN NOT NULL DEFAULT TRUE,
  demo BOOLEAN NOT NULL,
  at BIGINT NOT NULL
);
--> statement-breakpoint
CREATE INDEX accounts_org ON accounts (org_id);
--> statement-breakpoint
CREATE TABLE invitations (
  id TEXT NOT NULL PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  org_id TEXT NOT NULL REFERENCES organisations (id),
  roles TEXT[] NOT NULL,
  account_id TEXT REFERENCES accounts (id),
  body BYTEA NOT NULL,
  expires_at BIGINT NOT NULL
);
--> statement-breakpoint
CREATE TABLE account_sessions (
  id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  stage TEXT NOT NULL CHECK (stage IN ('setup', 'second', 'full')),
  at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
--> statement-breakpoint
CREATE INDEX account_sessions_account ON account_sessions (account_id);
--> statement-breakpoint
-- Tries of a password or a code, by a keyed hash: whether the account exists or not.
CREATE TABLE sign_in_tries (
  key TEXT NOT NULL,
  at BIGINT NOT NULL
);
--> statement-breakpoint
CREATE INDEX sign_in_tries_key ON sign_in_tries (key, at);
--> statement-breakpoint
CREATE TABLE journal (
  id TEXT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  account_id TEXT,
  org_id TEXT,
  act TEXT NOT NULL,
  about TEXT
);
--> statement-breakpoint
CREATE INDEX journal_org ON journal (org_id, at, id);
--> statement-breakpoint
CREATE FUNCTION journal_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Lines go when a year has passed over them, and not before.
  IF TG_OP = 'DELETE' AND OLD.at <= (SELECT max(at) FROM journal) - 31536000000 THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'the journal stands';
END $$;
--> statement-breakpoint
CREATE TRIGGER journal_stands BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION journal_stands();
