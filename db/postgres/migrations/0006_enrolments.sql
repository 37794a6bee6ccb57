-- A seat of a session is one row: two people never hold the same, whatever happens at once.
CREATE TABLE enrolments (
  session text NOT NULL,
  seat integer NOT NULL CHECK (seat > 0),
  contact_id text NOT NULL,
  code text NOT NULL,
  ends_at bigint NOT NULL,
  at bigint NOT NULL,
  org_id text,
  PRIMARY KEY (session, seat)
);
--> statement-breakpoint
CREATE UNIQUE INDEX enrolments_person ON enrolments (contact_id, session);
--> statement-breakpoint
CREATE INDEX enrolments_end ON enrolments (ends_at);
