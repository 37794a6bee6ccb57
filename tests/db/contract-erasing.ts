/** Somebody is erased: at once all they said, a little later their number; what they refused stands. */
import { expect, test } from 'vitest';
import type { Decision } from '../../db/store.ts';
import { AT, asked, bytes, decision, type Harness, MINUTE, number, reply, request, text } from './harness.ts';

const HOUR = 60 * MINUTE;
const NOTHING = {
  texts: 0,
  calls: 0,
  recordings: 0,
  feedback: 0,
  testimonies: 0,
  guidances: 0,
  enrolments: 0,
  callbacks: 0,
  reminders: 0,
  premises: 0,
  queued: 0,
};
const erased = (at: number) => ({ texts: 0, discreet: 0, contacts: 0, secret: 0, erased: at, journal: 0 });

/** Something of every kind, tied to the person. */
const told: Partial<Decision> = {
  outgoing: [reply('m1'), asked('m2', { dueAt: AT + HOUR })],
  contact: { lang: 'fr', zone: 'Europe/Paris', optOut: 'ours' },
  feedback: [{ id: 'f1', sheet: 'housing', body: bytes('said') }],
  recordings: [{ id: 'r1', providerId: 'RE1' }],
  testimonies: [
    {
      ...{ id: 't1', theme: 'housing', publish: 'named', tied: true, codeHmac: 'code' },
      body: bytes('told'),
      recordingId: 'r1',
    },
  ],
  drafts: [],
};

export function erasingContract(now: () => Harness): void {
  async function somebody() {
    const { store } = now();
    await store.exchange(request('i1'), () => decision(told));
    await store.exchange(request('CA1:0', { key: 'call:CA1', channel: 'voice' }), () => decision());
    await store.handedOver('m1');
  }

  test('how much is kept is counted by kind, only where it is asked for', async () => {
    await somebody();
    const { store } = now();
    const all = {
      texts: 1,
      calls: 1,
      recordings: 1,
      feedback: 1,
      testimonies: 1,
      guidances: 0,
      enrolments: 0,
      callbacks: 0,
      reminders: 0,
      premises: 0,
      queued: 1,
    };
    await store.exchange(request('i2', { lookUp: true }), ({ kept }) => {
      expect(kept).toEqual(all);
      return decision();
    });
    await store.exchange(request('i3'), (saved) => {
      expect(saved.kept).toBeUndefined();
      return decision();
    });
    expect(await store.kept(['hmac-anna'])).toEqual({ ...all, texts: 3 });
    expect(await store.kept(['hmac-nobody'])).toBeUndefined();
  });

  test('an erasing leaves the number and this very answer; the number goes once its reply is settled', async () => {
    await somebody();
    const { store, count, state } = now();
    await store.exchange(request('other', { number: number('ben') }), () =>
      decision({ outgoing: [reply('b1')] }),
    );
    const done = { session: bytes('erased'), erase: true, outgoing: [reply('m3')] };
    await store.exchange(request('i2', { at: AT + MINUTE }), () => decision(done));

    expect(await store.kept(['hmac-anna'])).toEqual({ ...NOTHING, texts: 1 });
    expect([await state('m1'), await state('m2'), await state('m3')]).toEqual([
      undefined,
      undefined,
      'pending',
    ]);
    expect([await count('feedback'), await count('testimonies'), await count('exchanges')]).toEqual([
      0, 0, 3,
    ]);
    expect(await store.kept(['hmac-ben'])).toEqual({ ...NOTHING, texts: 1 });
    // The provider's copy of what was recorded is still to be deleted.
    expect(await store.takeRecordings(AT + HOUR, AT + 2 * HOUR, 5)).toEqual([
      { id: 'r1', providerId: 'RE1', attempts: 0, unwanted: true },
    ]);

    await store.purge(erased(AT + HOUR), 10);
    expect(await count('contacts')).toBe(2);
    await store.handedOver('m3');
    await store.purge(erased(AT + MINUTE), 10);
    expect(await count('contacts')).toBe(2);
    await store.purge(erased(AT + HOUR), 10);
    expect([await count('contacts'), await count('exchanges'), await count('opt_outs')]).toEqual([1, 3, 1]);
    // The ids of what was answered go with the next day.
    await store.purge({ ...erased(0), discreet: AT + 2 * MINUTE }, 10);
    expect(await count('exchanges')).toBe(1);
    await store.exchange(request('i4', { at: AT + HOUR }), ({ contact, session }) => {
      expect(contact).toMatchObject({ optOut: 'ours', lang: null, zone: null });
      expect(session).toBeUndefined();
      return decision();
    });
  });

  test('the same webhook again gets the same answer', async () => {
    const { store } = now();
    const erasing = () => decision({ exchange: bytes('it is erased'), erase: true, outgoing: [reply('m1')] });
    await store.exchange(request('i1'), erasing);
    const again = await store.exchange(request('i1'), () => {
      throw new Error('decided twice');
    });
    expect([again.repeated, text(again.exchange)]).toEqual([true, 'it is erased']);
  });

  test('who writes again meanwhile is there again', async () => {
    const { store, count } = now();
    await store.exchange(request('i1'), () => decision({ erase: true }));
    await store.exchange(request('i2', { at: AT + MINUTE }), () => decision());
    await store.purge(erased(AT + 9 * HOUR), 10);
    expect(await count('contacts')).toBe(1);
  });

  test('a call erases its texts too, and goes on to its end', async () => {
    const { store, count } = now();
    await store.exchange(request('i1'), () => decision());
    const call = { key: 'call:CA1', channel: 'voice' } as const;
    await store.exchange(request('CA1:0', call), () => decision());
    await store.exchange(request('CA1:1', call), () => decision({ erase: true }));
    expect([await count('exchanges'), await count('sessions')]).toEqual([2, 1]);
  });

  test('by command: the person of a number, under any of its keys', async () => {
    await somebody();
    const { store, count } = now();
    expect(await store.erase(['hmac-nobody'], AT)).toBe(false);
    expect(await store.erase(['hmac-new', 'hmac-anna'], AT)).toBe(true);
    expect([await count('exchanges'), await count('sessions'), await count('messages')]).toEqual([1, 0, 0]);
    expect(await store.heard(['i1', 'i9'])).toEqual(['i1']);
    const again = await store.exchange(request('i1'), () => decision());
    expect([again.repeated, again.exchange.length]).toEqual([true, 0]);
    await store.purge(erased(AT + 1), 10);
    expect([await count('contacts'), await count('opt_outs')]).toEqual([0, 1]);
  });

  test('who was not heard of for two years goes the same way', async () => {
    await somebody();
    const { store, count } = now();
    await store.purge({ texts: 0, discreet: 0, contacts: AT + 1, secret: 0, erased: 0, journal: 0 }, 10);
    expect([await count('contacts'), await count('testimonies'), await count('feedback')]).toEqual([0, 0, 0]);
    expect(await store.takeRecordings(AT + HOUR, AT + 2 * HOUR, 5)).toMatchObject([{ unwanted: true }]);
  });
}
