-- Since when a person is erased: the row goes a little later, when no reply needs the number any more.
ALTER TABLE contacts ADD COLUMN erased_at BIGINT;
--> statement-breakpoint
CREATE INDEX contacts_erased ON contacts (erased_at) WHERE erased_at IS NOT NULL;
