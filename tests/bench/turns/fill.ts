/** A store that served for years: contacts, their sessions, and what they said, each the copy of what a real turn left. */
import type { Client } from '../../../db/sqlite/connection.ts';
import type { Vault } from '../../../src/vault.ts';
import { addContacts, contactIdOf } from './people.ts';

const DAY = 86_400_000;
const BATCH = 20_000;

/** What a turn of the service leaves, sealed. */
export interface Left {
  readonly session: Uint8Array;
  readonly exchange: Uint8Array;
}

/** Half of the messages are heard, half are answers to them. Reports how far it is. */
export function fill(
  client: Client,
  vault: Vault,
  left: Left,
  { contacts, messages }: { contacts: number; messages: number },
  tell: (line: string) => void,
): void {
  const now = Date.now();
  client.pragma('synchronous = OFF');
  client.pragma('cache_size = -1000000');
  for (let from = 0; from < contacts; from += BATCH)
    addContacts(client, vault, { from, to: Math.min(contacts, from + BATCH) }, now - DAY);
  tell(`${contacts} contacts`);
  const session = client.prepare(
    "INSERT INTO sessions (key, contact_id, channel, data, at, discreet) VALUES (?, ?, 'sms', ?, ?, 0)",
  );
  const heard = client.prepare(
    "INSERT INTO exchanges (inbound_id, key, contact_id, channel, at, data, discreet) VALUES (?, ?, ?, 'sms', ?, ?, 0)",
  );
  const answer = client.prepare(
    "INSERT INTO messages (id, contact_id, inbound_id, kind, state, due_at, attempts, discreet, at) VALUES (?, ?, ?, 'reply', 'delivered', ?, 0, 0, ?)",
  );
  each(client, contacts, (rank) =>
    session.run(`sms:${contactIdOf(rank)}`, contactIdOf(rank), left.session, now - DAY),
  );
  tell(`${contacts} sessions`);
  const turns = messages / 2;
  each(client, turns, (at) => {
    // Each person's turns lie far from each other, as they do.
    const contact = contactIdOf((at * 7919) % contacts);
    // In no order, as the provider's are.
    const mixed = (Math.imul(at, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
    const sid = `SM${mixed}${at.toString(16).padStart(24, '0')}`;
    const instant = now - 29 * DAY + Math.floor((28 * DAY * at) / turns);
    heard.run(sid, `sms:${contact}`, contact, instant, left.exchange);
    answer.run(messageId(at), contact, sid, instant, instant);
    if (at % 1_000_000 === 0) tell(`${2 * at} messages`);
  });
  client.pragma('wal_checkpoint(TRUNCATE)');
  tell(`${messages} messages`);
}

function each(client: Client, count: number, one: (at: number) => unknown): void {
  const batch = client.transaction((from: number) => {
    for (let at = from; at < Math.min(count, from + BATCH); at++) one(at);
  });
  for (let from = 0; from < count; from += BATCH) batch(from);
}

function messageId(at: number): string {
  const digits = at.toString(16).padStart(12, '0');
  return `01900000-${digits.slice(8)}-7000-8000-${digits}`;
}
