/** Texts that the provider took while nobody answered it, or that were never answered: found in its list, and answered. */
import type { Store } from '../../../db/store.ts';
import type { Converse } from '../../conversation/converse.ts';
import { personNumber } from '../../phone.ts';
import { type Alone, makeRounds, type RoundLog, type Rounds } from '../../rounds.ts';
import type { Client } from '../twilio/client.ts';
import { asText, inputOf } from './as-text.ts';

/** The provider's instants have no milliseconds. */
const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Younger ones may still be on their way to us. */
const FRESH = 2 * MINUTE;
/** Older ones are not answered: the moment has gone. Shorter than what is kept of a discreet subject, which is how we know it. */
const OLD = 23 * HOUR;
const EVERY = 10 * MINUTE;
/** In one round, the newest first. */
const MOST = 500;

export interface MissedDeps {
  readonly client: Client;
  /** The number that people text. */
  readonly number: string;
  readonly store: Pick<Store, 'heard' | 'pulse'>;
  readonly converse: Converse;
  readonly clock: () => number;
  readonly log: RoundLog;
  /** Once across processes. */
  readonly alone?: Alone;
}

/** A round answers how many were answered late; their replies go out by the outbox. */
export function makeMissed({
  client,
  number,
  store,
  converse,
  clock,
  log,
  alone,
}: MissedDeps): Rounds<number> {
  async function round(now: number): Promise<number> {
    // A number that answered before this service did is not answered for.
    const { firstAt } = await store.pulse();
    if (firstAt === undefined) return 0;
    const all = await client.messages.list({ to: number, dateSentAfter: new Date(now - OLD), limit: MOST });
    const due = all.filter(({ direction, dateCreated }) => {
      const age = now - dateCreated.getTime();
      return direction === 'inbound' && age > FRESH && age < OLD && dateCreated.getTime() >= firstAt - SECOND;
    });
    const heard = new Set(await store.heard(due.map(({ sid }) => sid)));
    // In the order in which they were written: the later ones answer the earlier ones.
    const missed = due.filter(({ sid }) => !heard.has(sid)).sort((a, b) => +a.dateCreated - +b.dateCreated);
    let answered = 0;
    for (const { sid, from, body, numMedia } of missed) {
      const person = personNumber(from);
      if (person === undefined) continue;
      const input = inputOf(body ?? '', Number(numMedia));
      await converse({ id: sid, channel: 'sms', from: person, input }, asText);
      answered += 1;
    }
    if (answered > 0) log.warn({ answered }, 'texts were answered late');
    return answered;
  }
  return makeRounds({ name: 'missed', round, clock, log, everyMs: EVERY, ...(alone ? { alone } : {}) });
}
