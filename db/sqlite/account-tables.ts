/** Tables of those who work at the desk. */
import { customType, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { STAGES } from '../accounts.ts';

const sealed = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'blob' });
const flag = (name: string) => integer(name, { mode: 'boolean' });
/** Words with spaces between. */
const words = customType<{ data: readonly string[]; driverData: string }>({
  dataType: () => 'text',
  fromDriver: (kept) => kept.split(' ').filter((word) => word !== ''),
  toDriver: (list) => list.join(' '),
});

export const organisations = sqliteTable('organisations', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  departments: words('departments').notNull(),
  isDefault: flag('is_default').notNull(),
  at: integer('at').notNull(),
});

export const accounts = sqliteTable('accounts', {
  id: text('id').primaryKey(),
  orgId: text('org_id').notNull(),
  emailHmac: text('email_hmac').notNull(),
  phoneHmac: text('phone_hmac'),
  body: sealed('body').notNull(),
  password: text('password').notNull(),
  pin: text('pin'),
  second: sealed('second'),
  secondStep: integer('second_step').notNull(),
  roles: words('roles').notNull(),
  active: flag('active').notNull(),
  demo: flag('demo').notNull(),
  at: integer('at').notNull(),
});

export const invitations = sqliteTable('invitations', {
  id: text('id').primaryKey(),
  tokenHash: text('token_hash').notNull(),
  orgId: text('org_id').notNull(),
  roles: words('roles').notNull(),
  accountId: text('account_id'),
  body: sealed('body').notNull(),
  expiresAt: integer('expires_at').notNull(),
});

export const accountSessions = sqliteTable('account_sessions', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  stage: text('stage', { enum: STAGES }).notNull(),
  at: integer('at').notNull(),
  seenAt: integer('seen_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
});

export const signInTries = sqliteTable('sign_in_tries', {
  key: text('key').notNull(),
  at: integer('at').notNull(),
});

/** Triggers refuse any change, and the loss of what is younger than a year. */
export const journal = sqliteTable('journal', {
  id: text('id').primaryKey(),
  at: integer('at').notNull(),
  accountId: text('account_id'),
  orgId: text('org_id'),
  act: text('act').notNull(),
  about: text('about'),
});
