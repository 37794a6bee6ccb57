-- Texts whose words the provider keeps although they have arrived. Nothing here leads to a person.
CREATE TABLE blanks (
  provider_id text NOT NULL PRIMARY KEY,
  due_at bigint NOT NULL,
  attempts integer NOT NULL,
  org_id text
);
--> statement-breakpoint
CREATE INDEX blanks_due ON blanks (due_at);
