/** Which reminder a conversation goes on in. Inside the caller's transaction. */
import { sql } from 'drizzle-orm';
import type { Waiting } from '../guidance.ts';
import type { Channel, Onward } from '../store.ts';
import type { Client, Orm } from './connection.ts';
import { type Sessions, smsKey } from './sessions.ts';

export interface Reminded {
  /** The reminder that reached this person, or may have, and that they have neither answered nor come to by this channel. */
  waiting(contactId: string, channel: Channel, at: number): Waiting | undefined;
  /** The text of a reminder has left: the person's conversation goes on in it. */
  goOn(messageId: string, at: number, onward: Onward): void;
}

/** Prepares the statement of every turn once. */
export function makeReminded(client: Client, orm: Orm, sessions: Sessions): Reminded {
  const waiting = client.prepare<
    { contactId: string; channel: Channel; at: number; key: string },
    { id: string; body: Uint8Array }
  >(`select r.id, r.body from reminders r
        left join messages m on m.id = r.message_id
        where r.contact_id = @contactId and r.expires_at > @at and r.cancelled_at is null and r.reply is null
        and (r.rung > 0 or m.state in ('sending', 'handed', 'sent', 'delivered') or (m.state = 'pending' and m.attempts > 0
          and (m.code in ('timeout', 'network') or m.code like 'http_5%' or m.code like '205%')))
        and case when @channel = 'voice' then r.heard_at is null
          else m.id is not null and (r.taken_at is null or not exists (select 1 from sessions s where s.key = @key)) end
        order by r.told_at desc limit 1`);
  return {
    waiting(contactId, channel, at) {
      const row = waiting.get({ contactId, channel, at, key: smsKey(contactId) });
      return row && { id: row.id, body: row.body, tries: 0, of: 'reminder' };
    },
    goOn(messageId, at, onward) {
      const row = orm.get<{ id: string; body: Uint8Array; contactId: string } | undefined>(
        sql`select id, body, contact_id as "contactId" from reminders
          where message_id = ${messageId} and taken_at is null and cancelled_at is null`,
      );
      if (row === undefined) return;
      const { id, body, contactId } = row;
      const key = smsKey(contactId);
      const next = onward({ id, body, tries: 0, of: 'reminder' }, sessions.get(key)?.data, at);
      if (next === undefined) return;
      const { session: data, discreet, drafts } = next;
      sessions.put({
        ...{ key, contactId, channel: 'sms', data, at, discreet },
        drafts: drafts.join(' ') || null,
      });
      orm.run(sql`update reminders set taken_at = ${at} where id = ${id}`);
    },
  };
}
