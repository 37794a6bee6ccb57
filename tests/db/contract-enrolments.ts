/** Seats: taken in the exchange that asks for them, never one more than there are. */
import { expect, test } from 'vitest';
import type { SavedAgenda } from '../../db/enrolments.ts';
import { AT, decision, type Harness, look, number, request } from './harness.ts';

const HOUR = 3_600_000;
const END = AT + HOUR;
const wanted = { session: 's1', seats: 2, endsAt: END, code: '1234' };

export function enrolmentsContract(now: () => Harness): void {
  const enrol = (who: string, id: string, more: Partial<typeof wanted> = {}) =>
    now().store.exchange(request(id, { number: number(who) }), () =>
      decision({ enrolled: [{ ...wanted, ...more }] }),
    );
  const give = (who: string, id: string) =>
    now().store.exchange(request(id, { number: number(who) }), () => decision({ unenrolled: ['s1'] }));
  const seen = async (who: string, at = AT): Promise<SavedAgenda | undefined> =>
    (await look(now().store, { number: number(who), at, lookUp: true })).agenda;

  test('a seat is seen by everybody, and with its code by its person alone', async () => {
    await enrol('anna', 'i1');
    expect(await seen('anna')).toEqual({ mine: [{ session: 's1', code: '1234' }], taken: { s1: 1 } });
    expect(await seen('ben')).toEqual({ mine: [], taken: { s1: 1 } });
    expect((await look(now().store)).agenda).toBeUndefined();
  });

  test('the same person has one seat, under the newest code', async () => {
    await enrol('anna', 'i1');
    await enrol('anna', 'i2', { code: '5678' });
    expect(await seen('anna')).toEqual({ mine: [{ session: 's1', code: '5678' }], taken: { s1: 1 } });
  });

  test('a seat too many is refused with all that its exchange would have written', async () => {
    await enrol('anna', 'i1');
    await enrol('ben', 'i2');
    await expect(enrol('carl', 'i3')).rejects.toMatchObject({ code: 'no_seat' });
    expect(await now().count('exchanges')).toBe(2);
    await give('anna', 'i4');
    await enrol('carl', 'i3');
    expect(await seen('carl')).toMatchObject({ taken: { s1: 2 } });
    expect(await seen('anna')).toMatchObject({ mine: [] });
  });

  test('who come at once share the seats that there are', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) => enrol(`person-${n}`, `i${n}`, { seats: 5 })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await now().count('enrolments')).toBe(5);
  });

  test('an anonymous caller takes none', async () => {
    const { number: _, ...anonymous } = request('CA1:1', { key: 'call:CA1', channel: 'voice' });
    await now().store.exchange(anonymous, () => decision({ enrolled: [wanted] }));
    expect(await now().count('enrolments')).toBe(0);
  });

  test('what is over is seen no more, goes a day later, and with its person', async () => {
    await enrol('anna', 'i1');
    await enrol('anna', 'i2', { session: 's2', endsAt: AT + 90 * HOUR });
    expect(await seen('anna', END + 1)).toEqual({
      mine: [{ session: 's2', code: '1234' }],
      taken: { s2: 1 },
    });
    await now().store.purge(
      { texts: 0, discreet: END + 1, contacts: 0, secret: 0, erased: 0, journal: 0 },
      10,
    );
    expect(await now().count('enrolments')).toBe(1);
    expect(await now().store.kept(['hmac-anna'])).toMatchObject({ enrolments: 1 });
    await now().store.erase(['hmac-anna'], AT);
    expect(await now().count('enrolments')).toBe(0);
  });
}
