/** What the desk corrects, what is counted, and questions that found no answer. */
import { expect, test } from 'vitest';
import type { Correction } from '../../db/corrections.ts';
import type { Tally } from '../../db/tallies.ts';
import { AT, bytes, decision, type Harness, look, MINUTE, number, request, text } from './harness.ts';

const DAY = 86_400_000;
const closure: Correction = {
  ...{ kind: 'closure', about: 'place-1', part: '2026-12-24', body: '{"until":"2027-01-03"}' },
  ...{ author: 'account-1', at: AT, expiresAt: AT + DAY },
};
const tally: Tally = { month: '2026-03', department: '93', theme: 'papers', outcome: 'sheet' };

export function contentContract(now: () => Harness): void {
  test('a correction holds until its end, replaces an older one, and every change raises the version', async () => {
    const { store } = now();
    expect(await store.correctionsVersion()).toBe(0);
    await store.correct(closure);
    await store.correct({ ...closure, body: '{"until":"2027-01-04"}', at: AT + 1 });
    await store.correct({ ...closure, kind: 'sheet', about: 'a.fr', part: '', expiresAt: AT + 9 * DAY });
    expect(await store.corrections(AT)).toEqual([
      { ...closure, body: '{"until":"2027-01-04"}', at: AT + 1 },
      { ...closure, kind: 'sheet', about: 'a.fr', part: '', expiresAt: AT + 9 * DAY },
    ]);
    expect(await store.corrections(AT + DAY)).toHaveLength(1);
    expect(await store.correctionsVersion()).toBe(3);
    expect((await look(store)).corrections).toBe(3);
    expect(await store.uncorrect(closure)).toBe(true);
    expect(await store.uncorrect(closure)).toBe(false);
    expect(await store.correctionsVersion()).toBe(4);
  });

  test('a place closes and opens in the exchange that says so: all of it, or nothing', async () => {
    const { store } = now();
    const closed = { is: 'closed', correction: closure } as const;
    await store.exchange(request('i1'), () =>
      decision({
        closures: [closed, { is: 'closed', correction: { ...closure, part: '2026-12-31' } }],
      }),
    );
    expect((await store.corrections(AT)).map((c) => c.part)).toEqual(['2026-12-24', '2026-12-31']);
    const failed = store.exchange(request('i2'), () => {
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow();
    await store.correct({ ...closure, about: 'place-2' });
    await store.exchange(request('i3'), () => decision({ closures: [{ is: 'open', place: 'place-1' }] }));
    expect((await store.corrections(AT)).map((c) => c.about)).toEqual(['place-2']);
    const version = await store.correctionsVersion();
    await store.exchange(request('i4'), () => decision({ closures: [{ is: 'open', place: 'place-1' }] }));
    expect(await store.correctionsVersion()).toBe(version);
  });

  test('a phone is registered once for a place, and goes with the person whose it is', async () => {
    const { store, count } = now();
    const { hmac, sealed } = number('anna');
    const phone = { id: 'p1', place: 'place-1', number: sealed, author: 'account-1', at: AT };
    await store.addPlacePhone({ ...phone, hmac });
    await store.addPlacePhone({ ...phone, id: 'p2', hmac });
    await store.addPlacePhone({ ...phone, id: 'p3', hmac: number('ben').hmac });
    const all = await store.placePhones();
    expect(all.map(({ id, place }) => [id, place])).toEqual([
      ['p1', 'place-1'],
      ['p3', 'place-1'],
    ]);
    expect(text(all[0]?.number)).toBe('sealed-anna');
    const version = await store.correctionsVersion();
    await store.exchange(request('i0'), () => decision());
    expect(await store.kept([hmac])).toMatchObject({ premises: 1 });
    await store.exchange(request('i1'), () => decision({ erase: true }));
    expect((await store.placePhones()).map(({ id }) => id)).toEqual(['p3']);
    expect(await store.correctionsVersion()).toBe(version + 1);
    expect(await store.dropPlacePhone('p3')).toBe(true);
    expect(await store.dropPlacePhone('p3')).toBe(false);
    expect(await count('place_phones')).toBe(0);
  });

  test('what happens is counted by month, department, theme, outcome and channel; a repeated text once', async () => {
    const { store } = now();
    const tell = (id: string, tallies: readonly Tally[], channel: 'sms' | 'voice' = 'sms') =>
      store.exchange(
        request(id, { channel, key: channel === 'sms' ? 'sms' : `call:${id}`, number: number(id) }),
        () => decision({ counts: { tallies } }),
      );
    await Promise.all([1, 2, 3].map((n) => tell(`i${n}`, [tally])));
    await tell('i3', [tally]);
    await tell('c1', [tally], 'voice');
    await tell('i4', [
      { ...tally, month: '2026-02' },
      { ...tally, department: '', theme: '', outcome: 'unknown' },
    ]);
    expect(await store.tallies('2026-03')).toEqual([
      { ...tally, department: '', theme: '', outcome: 'unknown', channel: 'sms', count: 1 },
      { ...tally, channel: 'sms', count: 3 },
      { ...tally, channel: 'voice', count: 1 },
    ]);
    expect(await store.tallies('2026-01')).toHaveLength(4);
  });

  test('a question without an answer is kept once, with how often it came, and for as long as texts', async () => {
    const { store, count } = now();
    const ask = (inbound: string, id: string, at = AT) =>
      store.exchange(request(inbound, { at }), () =>
        decision({ counts: { tallies: [], unanswered: { id, lang: 'fr', body: bytes(`words of ${id}`) } } }),
      );
    await ask('i1', 'q1');
    await ask('i2', 'q2', AT + MINUTE);
    await ask('i3', 'q2', AT + 2 * MINUTE);
    const [first, second] = await store.unanswered(5);
    expect([first?.id, first?.count, first?.at, first?.channel]).toEqual(['q2', 2, AT + 2 * MINUTE, 'sms']);
    expect([second?.id, text(second?.body)]).toEqual(['q1', 'words of q1']);
    expect(await store.unanswered(1)).toHaveLength(1);
    const limits = { discreet: 0, contacts: 0, secret: 0, erased: 0, journal: 0 };
    await store.purge({ ...limits, texts: AT + MINUTE }, 10);
    expect((await store.unanswered(5)).map(({ id }) => id)).toEqual(['q2']);
    expect(await store.dropUnanswered('q2')).toBe(true);
    expect(await store.dropUnanswered('q2')).toBe(false);
    expect(await count('unanswered')).toBe(0);
  });

  test('corrections that ended are forgotten after a while', async () => {
    const { store, count } = now();
    await store.correct(closure);
    const limits = { discreet: 0, contacts: 0, secret: 0, erased: 0, journal: 0 };
    await store.purge({ ...limits, texts: closure.expiresAt }, 10);
    expect(await count('corrections')).toBe(1);
    await store.purge({ ...limits, texts: closure.expiresAt + 1 }, 10);
    expect(await count('corrections')).toBe(0);
  });
}
