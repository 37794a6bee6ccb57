/** What a machine watches, and what a month has used. */
import { expect, test } from 'vitest';
import { AT, asked, decision, type Harness, MINUTE, reply, request, sending } from './harness.ts';

export function watchingContract(now: () => Harness): void {
  test('the pulse: what waits, since when, and when somebody was last answered', async () => {
    const { store } = now();
    expect(await store.pulse()).toEqual({ waiting: 0 });
    await sending(store, 'i1', reply('m1'), asked('m2', { dueAt: AT - MINUTE }));
    expect(await store.pulse()).toEqual({ waiting: 2, oldestDueAt: AT - MINUTE, lastAt: AT, firstAt: AT });
    await store.handedOver('m1');
    await store.takeDue(AT, AT + MINUTE, 5);
    expect(await store.pulse()).toMatchObject({ waiting: 1 });
    await store.settle('m2', { is: 'sent', providerId: 'SM2', at: AT });
    await store.exchange(request('i2', { at: AT + MINUTE }), () => decision());
    expect(await store.pulse()).toEqual({ waiting: 0, lastAt: AT + MINUTE, firstAt: AT });
  });

  test('what is used is added up by month and kind, whoever adds it', async () => {
    const { store } = now();
    expect(await store.used('2026-03')).toEqual({});
    await Promise.all([1, 2, 3].map((n) => store.use('2026-03', 'segments_out', n)));
    await store.use('2026-03', 'call_seconds', 61);
    await store.use('2026-04', 'segments_out', 5);
    expect(await store.used('2026-03')).toEqual({ segments_out: 6, call_seconds: 61 });
  });
}
