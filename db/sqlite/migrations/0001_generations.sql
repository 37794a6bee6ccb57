-- Imported knowledge: lists of rows that are replaced as a whole. At most one list of a kind serves.
CREATE TABLE generations (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('staging', 'current', 'old')),
  at INTEGER NOT NULL,
  org_id TEXT
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX generations_current ON generations (kind) WHERE state = 'current';
--> statement-breakpoint
CREATE TABLE generation_rows (
  id INTEGER NOT NULL PRIMARY KEY,
  generation_id INTEGER NOT NULL REFERENCES generations (id),
  data TEXT NOT NULL
) STRICT;
--> statement-breakpoint
-- With the row's own id, which SQLite appends: the rows of a generation in the order in which they were written.
CREATE INDEX generation_rows_order ON generation_rows (generation_id);
