-- Which process does the recurring work of a name, and until when unless it asks again.
CREATE TABLE turns (
  name TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  until TIMESTAMPTZ NOT NULL
);
