/** What has been kept long enough goes; what is owed, and the wish to be left alone, stay. */
import { expect, test } from 'vitest';
import { AT, asked, bytes, decision, type Harness, number, reply, request } from './harness.ts';

const DAY = 86_400_000;
const before = (at: number) => ({ texts: at, discreet: at, contacts: 0, secret: at, erased: 0, journal: 0 });

export function purgeContract(now: () => Harness): void {
  test('old exchanges, texts and sessions go; newer ones stay', async () => {
    const { store, count } = now();
    await store.exchange(request('old'), () => decision({ outgoing: [reply('m1')] }));
    await store.handedOver('m1');
    await store.exchange(request('new', { at: AT + DAY, number: number('ben') }), () =>
      decision({ outgoing: [reply('m2')] }),
    );
    await store.handedOver('m2');
    expect(await store.purge(before(AT + 1), 100)).toBe(3);
    expect([
      await count('exchanges'),
      await count('messages'),
      await count('sessions'),
      await count('contacts'),
    ]).toEqual([1, 1, 1, 2]);
    expect(await store.purge(before(AT + 1), 100)).toBe(0);
  });

  test('a discreet subject goes sooner', async () => {
    const { store, count } = now();
    await store.exchange(request('discreet'), () => decision({ discreet: true }));
    await store.exchange(request('plain', { number: number('ben') }), () => decision());
    await store.purge({ texts: 0, discreet: AT + 1, contacts: 0, secret: 0, erased: 0, journal: 0 }, 100);
    expect([await count('exchanges'), await count('sessions')]).toEqual([1, 1]);
  });

  test('what the outbox still owes is not forgotten', async () => {
    const { store } = now();
    await store.exchange(request('i1'), () => decision({ outgoing: [asked('m1')] }));
    await store.purge(before(AT + DAY), 100);
    expect((await store.takeDue(AT, AT + 1, 5)).map((d) => d.id)).toEqual(['m1']);
  });

  test('in small steps, until nothing is left', async () => {
    const { store, count } = now();
    for (let i = 0; i < 5; i++) await store.exchange(request(`i${i}`), () => decision({ session: null }));
    expect(await store.purge(before(AT + 1), 2)).toBe(2);
    expect(await store.purge(before(AT + 1), 2)).toBe(2);
    expect(await store.purge(before(AT + 1), 2)).toBe(1);
    expect(await count('exchanges')).toBe(0);
  });

  test('people go two years after they were last heard of, their opt-out stays', async () => {
    const { store, count } = now();
    await store.exchange(request('i1'), () => decision({ contact: { optOut: 'ours' }, session: bytes('s') }));
    await store.purge({ texts: 0, discreet: 0, contacts: AT + 1, secret: 0, erased: 0, journal: 0 }, 100);
    expect([await count('contacts'), await count('sessions'), await count('opt_outs')]).toEqual([0, 0, 1]);
    await store.exchange(request('i2', { at: AT + DAY }), (saved) => {
      expect(saved.contact?.optOut).toBe('ours');
      return decision();
    });
  });
}
