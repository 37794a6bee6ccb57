import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reported, STATES, type State } from '../../db/store.ts';
import {
  AT,
  asked,
  bytes,
  decision,
  type Harness,
  look,
  MINUTE,
  reply,
  request,
  sending,
  text,
} from './harness.ts';

const LEASE = AT + MINUTE;
const REPORTS: readonly Reported[] = ['handed', 'sent', 'failed', 'delivered'];
const rank = (state: State) => STATES.indexOf(state);

export function outboxContract(now: () => Harness): void {
  describe('the outbox', () => {
    const take = (at: number, limit = 10) => now().store.takeDue(at, at + MINUTE, limit);
    const ids = async (at: number, limit?: number) => (await take(at, limit)).map(({ id }) => id);

    it('gives what is due, the oldest first, no more than asked', async () => {
      const { store } = now();
      const due = (id: string, dueAt: number) => asked(id, { dueAt });
      await sending(
        store,
        'SM1',
        due('later', AT + 3),
        due('third', AT + 2),
        due('first', AT),
        due('second', AT + 1),
      );
      expect(await ids(AT + 2, 2)).toEqual(['first', 'second']);
      expect(await ids(AT + 2, 2)).toEqual(['third']);
      expect(await ids(AT + 2)).toEqual([]);
    });

    it('gives a text with its number and words, a reply with its exchange', async () => {
      const { store } = now();
      await store.exchange(request('SM1', { newContactId: 'c1' }), () =>
        decision({ exchange: bytes('heard and said'), outgoing: [reply('m1', { dueAt: AT }), asked('m2')] }),
      );
      const [first, second] = await take(AT);
      expect(first).toMatchObject({ id: 'm1', kind: 'reply', contactId: 'c1', optOut: 'none', attempts: 0 });
      expect([text(first?.number), text(first?.body)]).toEqual(['sealed-anna', 'heard and said']);
      expect([second?.kind, text(second?.body)]).toEqual(['asked', 'body of m2']);
    });

    it('gives nothing twice while a lease runs, and again when it has run out', async () => {
      const { store } = now();
      await sending(store, 'SM1', asked('m1'));
      const taken = await Promise.all([take(AT), take(AT), take(LEASE - 1)]);
      expect(taken.map(({ length }) => length)).toEqual([1, 0, 0]);
      expect(await take(LEASE)).toMatchObject([{ id: 'm1', attempts: 1 }]);
    });

    it('leaves out what has expired, and says so', async () => {
      const { store, state } = now();
      await sending(store, 'SM1', asked('m1', { expiresAt: AT + 5 }), asked('m2', { expiresAt: AT + 6 }));
      expect(await ids(AT + 5)).toEqual(['m2']);
      expect([await state('m1'), await state('m2')]).toEqual(['expired', 'sending']);
      // A crash while sending, and by now it is too late.
      expect(await ids(AT + 5 + MINUTE)).toEqual([]);
      expect(await state('m2')).toBe('expired');
    });

    it('leaves out a reply that the response carried', async () => {
      const { store, state } = now();
      await sending(store, 'SM1', reply('m1'));
      await store.handedOver('m1');
      expect(await state('m1')).toBe('handed');
      expect(await ids(AT + MINUTE)).toEqual([]);
      expect((await sending(store, 'SM1')).reply).toEqual({ id: 'm1', open: true });
    });

    it('closes a reply to its response once it was taken', async () => {
      const { store, state } = now();
      await sending(store, 'SM1', reply('m1'));
      const open = async () => (await sending(store, 'SM1')).reply?.open;
      expect(await ids(AT + MINUTE)).toEqual(['m1']);
      expect(await open()).toBe(false);
      await store.handedOver('m1');
      expect(await state('m1')).toBe('sending');
      await store.settle('m1', { is: 'retry', at: AT + 2 * MINUTE });
      expect([await state('m1'), await open()]).toEqual(['pending', false]);
    });

    it('tries again when it was told to', async () => {
      const { store, state } = now();
      await sending(store, 'SM1', asked('m1'));
      await take(AT);
      await store.settle('m1', { is: 'retry', at: AT + MINUTE, code: '20429' });
      expect(await ids(AT + MINUTE - 1)).toEqual([]);
      expect(await take(AT + MINUTE)).toMatchObject([{ id: 'm1', attempts: 1 }]);
      await store.settle('m1', { is: 'sent', providerId: 'SM9', at: AT + MINUTE });
      expect(await state('m1')).toBe('sent');
      expect(await ids(AT + 9 * MINUTE)).toEqual([]);
    });

    it('opts out whom the provider refuses', async () => {
      const { store, state } = now();
      await sending(store, 'SM1', asked('m1'));
      await take(AT);
      await store.settle('m1', { is: 'failed', at: AT, code: '21610', optedOut: true });
      expect(await state('m1')).toBe('failed');
      expect((await look(store)).contact?.optOut).toBe('provider');
    });

    it('lets a report stand that came before our own word', async () => {
      const { store, state } = now();
      await sending(store, 'SM1', asked('m1'), asked('m2'), asked('m3'));
      await take(AT);
      await store.report('m1', 'delivered');
      await store.settle('m1', { is: 'sent', providerId: 'SM9', at: AT });
      await store.report('m2', 'sent');
      await store.settle('m2', { is: 'retry', at: AT });
      await store.report('m3', 'sent');
      await store.settle('m3', { is: 'failed', at: AT, code: 'timeout' });
      expect(await Promise.all(['m1', 'm2', 'm3'].map(state))).toEqual(['delivered', 'sent', 'sent']);
      expect(await ids(AT + MINUTE)).toEqual([]);
    });

    it('ignores reports of what it does not know', async () => {
      expect(await now().store.report('nothing', 'delivered')).toBe(false);
    });

    it('ends alike whatever the order of the reports: at the highest of them', async () => {
      const { store, state } = now();
      let n = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.constantFrom(...REPORTS), { maxLength: 8 }), async (reports) => {
          const id = `m${++n}`;
          await sending(store, `SM${n}`, reply(id));
          let top: State = 'pending';
          for (const report of reports) {
            const higher = rank(report) > rank(top);
            expect(await store.report(id, report, '30005')).toBe(higher);
            if (higher) top = report;
          }
          expect(await state(id)).toBe(top);
        }),
      );
    });
  });
}
