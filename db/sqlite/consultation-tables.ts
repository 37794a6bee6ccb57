/** Tables of consultations. Those of a vote have no row numbers: these would tell in which order people came. */
import { customType, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const sealed = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'blob' });

export const consultationChanges = sqliteTable('consultation_changes', {
  id: integer('id').primaryKey(),
  version: integer('version').notNull(),
});

export const consultations = sqliteTable('consultations', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull(),
  state: text('state', { enum: ['open', 'closed'] }).notNull(),
  body: text('body').notNull(),
  key: sealed('key'),
  codes: integer('codes').notNull(),
  openedAt: integer('opened_at').notNull(),
  closedAt: integer('closed_at'),
  days: text('days'),
  orgId: text('org_id'),
});

export const ballots = sqliteTable('ballots', {
  id: text('id').primaryKey(),
  consultationId: text('consultation_id').notNull(),
  day: text('day'),
  body: sealed('body').notNull(),
  recordings: text('recordings'),
  orgId: text('org_id'),
});

export const voters = sqliteTable('voters', {
  consultationId: text('consultation_id').notNull(),
  voter: text('voter').notNull(),
  ballotId: text('ballot_id').notNull(),
  orgId: text('org_id'),
});

export const receipts = sqliteTable('receipts', {
  receipt: text('receipt').notNull(),
  consultationId: text('consultation_id').notNull(),
  orgId: text('org_id'),
});

export const openAnswers = sqliteTable('open_answers', {
  id: text('id').primaryKey(),
  consultationId: text('consultation_id').notNull(),
  body: sealed('body').notNull(),
  orgId: text('org_id'),
});

export const resultWishes = sqliteTable('result_wishes', {
  consultationId: text('consultation_id').notNull(),
  contactId: text('contact_id').notNull(),
  orgId: text('org_id'),
});

export const secretCopies = sqliteTable('secret_copies', {
  inboundId: text('inbound_id').primaryKey(),
  consultationId: text('consultation_id').notNull(),
  data: sealed('data').notNull(),
  at: integer('at').notNull(),
  orgId: text('org_id'),
});
