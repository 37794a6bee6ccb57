-- A seat of a session is one row: two people never hold the same, whatever happens at once.
CREATE TABLE enrolments (
  session TEXT NOT NULL,
  seat INTEGER NOT NULL CHECK (seat > 0),
  contact_id TEXT NOT NULL,
  code TEXT NOT NULL,
  ends_at INTEGER NOT NULL,
  at INTEGER NOT NULL,
  org_id TEXT,
  PRIMARY KEY (session, seat)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX enrolments_person ON enrolments (contact_id, session);
--> statement-breakpoint
CREATE INDEX enrolments_end ON enrolments (ends_at);
