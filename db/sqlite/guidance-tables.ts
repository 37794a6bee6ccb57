/** The table of guidances as drizzle sees it. */
import { customType, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { OUTCOMES } from '../guidance.ts';

const sealed = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'blob' });

export const guidances = sqliteTable('guidances', {
  id: text('id').primaryKey(),
  orgId: text('org_id'),
  author: text('author').notNull(),
  contactId: text('contact_id').notNull(),
  codeHmac: text('code_hmac').notNull(),
  body: sealed('body').notNull(),
  discreet: integer('discreet', { mode: 'boolean' }).notNull(),
  at: integer('at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  /** Its last text. */
  messageId: text('message_id').notNull(),
  /** The conversation of the person goes on in it since then. */
  takenAt: integer('taken_at'),
  answeredAt: integer('answered_at'),
  readAt: integer('read_at'),
  heardAt: integer('heard_at'),
  openedAt: integer('opened_at'),
  cancelledAt: integer('cancelled_at'),
  /** Wrong words, on any channel. */
  tries: integer('tries').notNull().default(0),
  outcome: text('outcome', { enum: OUTCOMES }),
});
