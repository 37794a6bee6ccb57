/** Consultations: one ballot a voter, nothing of a voter once they are closed. */
import { expect, test } from 'vitest';
import type { Vote } from '../../db/consultations.ts';
import { AT, bytes, decision, type Harness, look, MINUTE, number, reply, request, text } from './harness.ts';

const DAY = '2026-03-02';

export function consultationsContract(now: () => Harness): void {
  const open = (id = 'c1', slug = 'square') =>
    now().store.openConsultation({
      id,
      slug,
      body: '{"title":"x"}',
      key: bytes(`key of ${id}`),
      openedAt: AT,
    });
  const vote = (inbound: string, more: Partial<Vote> = {}, recorded?: string) =>
    now().store.exchange(request(inbound), () =>
      decision({
        votes: [
          {
            ...{ consultation: 'c1', voter: 'v1', receipt: '1234567890', ballot: `b-${inbound}`, day: DAY },
            ...{ body: bytes(`answers of ${inbound}`), recordings: recorded ? [recorded] : [] },
            ...more,
          },
        ],
        recordings: recorded
          ? [{ id: recorded, providerId: `RE-${recorded}`, untied: true, at: AT - MINUTE }]
          : [],
        secret: { consultation: 'c1', copy: bytes(`copy of ${inbound}`) },
        drafts: ['c1'],
        outgoing: [reply(`r-${inbound}`)],
      }),
    );
  const close = () =>
    now().store.closeConsultation('c1', AT + MINUTE, (ballots) => ({
      ballots: ballots.map(({ body }, i) => ({ id: `new-${i}`, body: bytes(`kept ${text(body)}`) })),
      answers: [{ id: 'a1', body: bytes('words') }],
      days: '{"2026-03-02":1}',
    }));

  test('a slug is opened once, and every change is seen', async () => {
    const { store } = now();
    expect(await store.consultationsVersion()).toBe(0);
    expect([await open(), await open('c2')]).toEqual([true, false]);
    expect(await store.consultations()).toMatchObject([
      { id: 'c1', slug: 'square', state: 'open', codes: 0, openedAt: AT, closedAt: null, days: null },
    ]);
    expect((await look(store)).consultations).toBe(1);
    expect(await store.amendConsultation('c1', '{"title":"y"}')).toBe(true);
    await store.issueCodes('c1', 5);
    await store.issueCodes('c1', 3);
    const [row] = await store.consultations();
    expect([row?.body, row?.codes]).toEqual(['{"title":"y"}', 5]);
    expect(await store.consultationsVersion()).toBe(4);
  });

  test('a voter has one ballot: the last; the receipt says that it counts', async () => {
    const { store } = now();
    await open();
    await vote('in-1');
    await vote('in-2');
    await vote('in-2');
    await vote('in-3', { voter: 'v2', receipt: '0987654321' });
    expect((await store.ballots('c1')).map(({ id, day, body }) => [id, day, text(body)])).toEqual([
      ['b-in-2', DAY, 'answers of in-2'],
      ['b-in-3', DAY, 'answers of in-3'],
    ]);
    expect(await now().count('voters')).toBe(2);
    expect([await store.countedReceipt('1234567890'), await store.countedReceipt('1111111111')]).toEqual([
      true,
      false,
    ]);
    expect((await look(store, { receipt: '0987654321' })).counted).toBe(true);
    expect((await look(store, { receipt: '0987654320' })).counted).toBe(false);
  });

  test('what was recorded for an older ballot goes with it', async () => {
    const { store } = now();
    await open();
    await vote('in-1', {}, 'rec1');
    await vote('in-2', {}, 'rec2');
    const due = await store.takeRecordings(AT, AT + MINUTE, 5);
    expect(due.map(({ id, unwanted }) => [id, unwanted]).sort()).toEqual([
      ['rec1', true],
      ['rec2', false],
    ]);
  });

  test('a repeated webhook gets its copy, until two days are over', async () => {
    const { store } = now();
    await open();
    expect(text((await vote('in-1')).exchange)).toBe('copy of in-1');
    const again = await vote('in-1');
    expect([again.repeated, text(again.exchange)]).toEqual([true, 'copy of in-1']);
    const [due] = await store.takeDue(AT + MINUTE, AT + 2 * MINUTE, 5);
    expect(text(due?.body)).toBe('copy of in-1');
    await store.purge({ texts: 0, discreet: 0, contacts: 0, secret: AT + 1, erased: 0, journal: 0 }, 10);
    expect(text((await vote('in-1')).exchange)).toBe('exchange');
  });

  test('the closing ends it whole, once', async () => {
    const { store } = now();
    await open();
    await vote('in-1');
    expect([await close(), await close()]).toEqual([true, false]);
    const [row] = await store.consultations();
    expect([row?.state, row?.key, row?.closedAt, row?.days]).toEqual([
      'closed',
      null,
      AT + MINUTE,
      '{"2026-03-02":1}',
    ]);
    for (const table of ['voters', 'secret_copies', 'sessions'])
      expect(await now().count(table), table).toBe(0);
    expect((await store.ballots('c1')).map(({ id, day, body }) => [id, day, text(body)])).toEqual([
      ['new-0', null, 'kept answers of in-1'],
    ]);
    expect((await store.openAnswers('c1')).map(({ id }) => id)).toEqual(['a1']);
    expect(await now().state('r-in-1')).toBe('expired');
    expect(await store.forgetErased()).toBe(true);
    await vote('in-9', { voter: 'v9', ballot: 'b9' });
    expect(await store.ballots('c1')).toHaveLength(1);
    expect(await now().count('voters')).toBe(0);
    expect([await store.amendConsultation('c1', '{}'), await store.issueCodes('c1', 9)]).toEqual([
      false,
      false,
    ]);
    expect(await store.countedReceipt('1234567890')).toBe(true);
  });

  test('who asked for the result gets it, once', async () => {
    const { store } = now();
    await open();
    for (const name of ['anna', 'anna', 'basile'])
      await store.exchange(request(`wish-${Math.random()}`, { number: number(name) }), () =>
        decision({ wishes: ['c1'] }),
      );
    let made = 0;
    const send = () =>
      store.sendResult('c1', {
        body: bytes('result'),
        at: AT,
        dueAt: AT + MINUTE,
        newId: () => `res-${++made}`,
      });
    expect([await send(), await send()]).toEqual([2, 0]);
    const due = await store.takeDue(AT + MINUTE, AT + 2 * MINUTE, 5);
    expect(due.map(({ kind, body }) => [kind, text(body)])).toEqual(Array(2).fill(['unasked', 'result']));
  });
}
