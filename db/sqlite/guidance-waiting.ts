/** Which guidance waits for a conversation to go on in it. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Orm } from './connection.ts';
import { guidances } from './guidance-tables.ts';
import { messages } from './schema.ts';

const slot = sql.placeholder;
/** It has left, or may have: a try that ended in a time-out or a fault of the provider's may have been carried out all the same. */
const LEFT = sql`(messages.state in ('sending', 'handed', 'sent', 'delivered') or (messages.state = 'pending'
  and messages.attempts > 0 and (messages.code in ('timeout', 'network') or messages.code like 'http_5%' or messages.code like '205%')))`;

/** Prepares both once: by a text, by a call. */
export function makeWaiting(orm: Orm) {
  // Every exchange asks this. By text: its text has left and the conversation is not in it, or has been forgotten
  // since. By call: even if the text never arrived, until it has been heard.
  const waiting = (more: ReturnType<typeof sql>) =>
    orm
      .select({ id: guidances.id, body: guidances.body, tries: guidances.tries })
      .from(guidances)
      .leftJoin(messages, eq(messages.id, guidances.messageId))
      .where(
        and(
          eq(guidances.contactId, slot('contactId')),
          sql`${guidances.expiresAt} > ${slot('at')}`,
          isNull(guidances.cancelledAt),
          isNull(guidances.outcome),
          more,
        ),
      )
      .orderBy(desc(guidances.at))
      .limit(1)
      .prepare();
  const byText = waiting(sql`${guidances.readAt} is null and ${LEFT}
    and (${guidances.takenAt} is null
      or not exists (select 1 from sessions where sessions.key = 'sms:' || ${guidances.contactId}))`);
  const byCall = waiting(
    sql`${guidances.heardAt} is null and (${messages.state} is null or ${messages.state} <> 'pending' or ${messages.attempts} > 0)`,
  );
  return { byText, byCall };
}
