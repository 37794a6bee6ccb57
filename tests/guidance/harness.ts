/** A service in which mediators send guidance. */

import type { Draft } from '../../src/guidance/check.ts';
import type { Author, Sent } from '../../src/guidance/guidance.ts';
import { type Status, statusOf } from '../../src/guidance/status.ts';
import { MORNING, startTest, type TestService } from '../support/service.ts';

export const SONIA: Author = { orgId: 'o1', author: 'a1' };
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const draft = (to: string, more: Partial<Draft> = {}): Draft => ({
  ...{ to, by: 'Sonia', sheet: 'carte-identite-perdue', lang: 'fr', alone: false, consent: true },
  ...more,
});

export interface Rig {
  readonly service: TestService;
  /** Writes a guidance and lets the outbox make a round. */
  send(to: string, more?: Partial<Draft>, from?: Author): Promise<Extract<Sent, { is: 'taken' }>>;
  /** What the outbox sends now. */
  tick(): Promise<void>;
  /** What a phone got, the oldest first. */
  got(phone: string): readonly string[];
  /** A text from a phone, a minute later, and its answer. */
  says(phone: string, words: string): Promise<string>;
  /** The newest of the organisation first. */
  status(from?: Author): Promise<Status>;
  /** A new phone, on the next winter Thursday at 10:00 in Paris: what a test finds does not depend on the one before. */
  fresh(): string;
  stop(): Promise<void>;
}

export async function makeRig(env: Readonly<Record<string, string>> = {}, ids?: () => string): Promise<Rig> {
  const service = await startTest({ VOICE_NUMBER: '+33199000000', ...env }, ids);
  let phones = 0;
  const tick = async () => {
    await service.outbox.tick();
    await service.provider.settled();
  };
  return {
    service,
    tick,
    async send(to, more = {}, from = SONIA) {
      const done = await service.guidance.send(draft(to, more), from);
      if (done.is !== 'taken') throw new Error(`not sent: ${JSON.stringify(done)}`);
      await tick();
      return done;
    },
    got: (phone) =>
      service.provider
        .thread(phone)
        .filter((m) => m.direction !== 'inbound')
        .map((m) => m.body),
    async says(phone, words) {
      service.clock.now += MINUTE;
      return (await service.provider.text(phone, words)).map((m) => m.body).join('\n');
    },
    async status({ orgId } = SONIA) {
      const [newest] = await service.guidance.list({ orgId, limit: 1 });
      if (!newest) throw new Error('nothing was sent');
      return statusOf(newest.row, service.clock.now);
    },
    fresh() {
      const weeks = Math.ceil((service.clock.now - MORNING) / (7 * DAY)) + 1;
      // Before the clocks change: whatever is tested is not that.
      service.clock.now = MORNING + weeks * 7 * DAY;
      phones += 1;
      return `+3363998${String(4000 + phones)}`;
    },
    stop: () => service.stop(),
  };
}
