-- Texts whose words the provider keeps although they have arrived. Nothing here leads to a person.
CREATE TABLE blanks (
  provider_id TEXT NOT NULL PRIMARY KEY,
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  org_id TEXT
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX blanks_due ON blanks (due_at);
