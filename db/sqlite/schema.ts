/** The tables as drizzle sees them. Keys, checks and indexes are in migrations/, which is what makes the database. */
import { customType, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { KINDS } from '../generations.ts';
import { STATES } from '../store.ts';
import { ACTS, PUBLISHED_AS, TESTIMONY_STATES } from '../voices.ts';

/** Bytes sealed by the caller. */
const sealed = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'blob' });
const flag = (name: string) => integer(name, { mode: 'boolean' });
const CHANNELS = ['sms', 'voice'] as const;

/** Who writes or calls: the only table that can lead to a number. */
export const contacts = sqliteTable('contacts', {
  id: text('id').primaryKey(),
  numberHmac: text('number_hmac').notNull(),
  numberEnc: sealed('number_enc').notNull(),
  lang: text('lang'),
  zone: text('zone'),
  lastAt: integer('last_at').notNull(),
  createdAt: integer('created_at').notNull(),
  orgId: text('org_id'),
  /** Nothing else of this person is kept: their row goes when no reply needs it. */
  erasedAt: integer('erased_at'),
});

/** By number and not by contact: who is erased stays opted out. */
export const optOuts = sqliteTable('opt_outs', {
  numberHmac: text('number_hmac').primaryKey(),
  by: text('by', { enum: ['ours', 'provider'] }).notNull(),
  at: integer('at').notNull(),
  orgId: text('org_id'),
});

/** `sms:<contact id>` or `call:<CallSid>`. */
export const sessions = sqliteTable('sessions', {
  key: text('key').primaryKey(),
  contactId: text('contact_id'),
  channel: text('channel', { enum: CHANNELS }).notNull(),
  data: sealed('data').notNull(),
  at: integer('at').notNull(),
  discreet: flag('discreet').notNull(),
  orgId: text('org_id'),
  /** Consultations of which it holds a draft, with spaces. */
  drafts: text('drafts'),
});

/** What was heard and answered, by the provider's id of what was heard. */
export const exchanges = sqliteTable('exchanges', {
  inboundId: text('inbound_id').primaryKey(),
  key: text('key').notNull(),
  contactId: text('contact_id'),
  channel: text('channel', { enum: CHANNELS }).notNull(),
  at: integer('at').notNull(),
  data: sealed('data').notNull(),
  discreet: flag('discreet').notNull(),
  orgId: text('org_id'),
});

/** The outbox. A reply has no body: its words are in its exchange. */
export const messages = sqliteTable('messages', {
  id: text('id').primaryKey(),
  contactId: text('contact_id').notNull(),
  inboundId: text('inbound_id'),
  kind: text('kind', { enum: ['reply', 'asked', 'unasked'] }).notNull(),
  state: text('state', { enum: STATES }).notNull(),
  body: sealed('body'),
  dueAt: integer('due_at').notNull(),
  expiresAt: integer('expires_at'),
  attempts: integer('attempts').notNull(),
  leaseUntil: integer('lease_until'),
  providerId: text('provider_id'),
  code: text('code'),
  sentAt: integer('sent_at'),
  discreet: flag('discreet').notNull(),
  at: integer('at').notNull(),
  orgId: text('org_id'),
  guidanceId: text('guidance_id'),
  /** Waits for the end of the quiet hours. */
  quiet: flag('quiet').notNull().default(false),
});

/** Words to those who keep the service, about a sheet. */
export const feedback = sqliteTable('feedback', {
  id: text('id').primaryKey(),
  contactId: text('contact_id'),
  sheet: text('sheet').notNull(),
  body: sealed('body').notNull(),
  at: integer('at').notNull(),
  orgId: text('org_id'),
});

/** A message that somebody recorded: at the provider while `dueAt` says when to fetch it, then here. */
export const recordings = sqliteTable('recordings', {
  id: text('id').primaryKey(),
  contactId: text('contact_id'),
  inboundId: text('inbound_id'),
  providerId: text('provider_id').notNull(),
  data: sealed('data'),
  dueAt: integer('due_at'),
  attempts: integer('attempts').notNull(),
  at: integer('at').notNull(),
  orgId: text('org_id'),
  unwanted: flag('unwanted').notNull().default(false),
});

/** Imported knowledge: a list of rows that serves, one that is being written, those that are being deleted. */
export const generations = sqliteTable('generations', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  kind: text('kind', { enum: KINDS }).notNull(),
  state: text('state', { enum: ['staging', 'current', 'old'] }).notNull(),
  at: integer('at').notNull(),
  orgId: text('org_id'),
});

export const generationRows = sqliteTable('generation_rows', {
  id: integer('id').primaryKey(),
  generationId: integer('generation_id').notNull(),
  data: text('data').notNull(),
});

/** What people tell; `contactId` only where they agreed to be written back. */
export const testimonies = sqliteTable('testimonies', {
  id: text('id').primaryKey(),
  contactId: text('contact_id'),
  theme: text('theme').notNull(),
  workshop: text('workshop'),
  codeHmac: text('code_hmac').notNull(),
  publish: text('publish', { enum: PUBLISHED_AS }).notNull(),
  state: text('state', { enum: TESTIMONY_STATES }).notNull(),
  body: sealed('body').notNull(),
  recordingId: text('recording_id'),
  at: integer('at').notNull(),
  orgId: text('org_id'),
});

/** Services that are closed or blocked. */
export const obstacles = sqliteTable('obstacles', {
  id: text('id').primaryKey(),
  service: text('service').notNull(),
  trouble: text('trouble').notNull(),
  department: text('department').notNull(),
  month: text('month').notNull(),
  once: text('once').notNull(),
  orgId: text('org_id'),
});

export const workshops = sqliteTable('workshops', {
  number: integer('number').primaryKey(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  at: integer('at').notNull(),
  orgId: text('org_id'),
});

/** A journal: triggers refuse any change. */
export const moderations = sqliteTable('moderations', {
  id: text('id').primaryKey(),
  testimonyId: text('testimony_id').notNull(),
  act: text('act', { enum: ACTS }).notNull(),
  by: text('by').notNull(),
  at: integer('at').notNull(),
  orgId: text('org_id'),
});
