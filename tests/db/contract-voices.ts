/** Testimonies, the journal of who read them, obstacles and workshops. */
import { expect, test } from 'vitest';
import type { NewTestimony } from '../../db/voices.ts';
import { AT, bytes, decision, type Harness, MINUTE, request, text } from './harness.ts';

export function voicesContract(now: () => Harness): void {
  const tell = (id: string, more: Partial<NewTestimony> = {}, recorded = false) =>
    now().store.exchange(request(`in-${id}`), () =>
      decision({
        testimonies: [
          {
            ...{ id, theme: 'housing', codeHmac: `code-${id}`, publish: 'anonymous', tied: false },
            body: bytes(`words of ${id}`),
            ...(recorded ? { recordingId: `r-${id}` } : {}),
            ...more,
          },
        ],
        recordings: recorded ? [{ id: `r-${id}`, providerId: `RE-${id}`, untied: true }] : [],
      }),
    );
  const take = (...hmacs: string[]) =>
    now().store.exchange(request(`take-${hmacs.join()}`, { at: AT + MINUTE }), () =>
      decision({ withdrawn: [{ id: `act-${hmacs.join()}`, hmacs }] }),
    );
  const report = (id: string, once: string, service = 'family', trouble = 'closed') =>
    now().store.exchange(request(`in-${id}`), () =>
      decision({ obstacles: [{ id, service, trouble, department: '60', month: '2026-03', once }] }),
    );

  test('a testimony waits, tied to nobody unless they agreed', async () => {
    await tell('t1');
    await tell('t2', { tied: true, workshop: '0018' });
    const { store } = now();
    const [second, first] = await store.testimonies({ limit: 5 });
    expect(first).toMatchObject({
      id: 't1',
      theme: 'housing',
      publish: 'anonymous',
      state: 'waiting',
      at: AT,
    });
    expect(first).not.toHaveProperty('contactId');
    expect(text(first?.body)).toBe('words of t1');
    expect(second).toMatchObject({ id: 't2', workshop: '0018' });
    expect(second?.contactId).toBeTypeOf('string');
    expect(await store.testimonies({ state: 'approved', limit: 5 })).toEqual([]);
    expect(await store.testimony('t3')).toBeUndefined();
  });

  test('the same webhook again tells it once', async () => {
    await tell('t1');
    await tell('t1');
    expect(await now().store.testimonies({ limit: 5 })).toHaveLength(1);
  });

  test('what a moderator does and the line about it are one', async () => {
    await tell('t1');
    const { store } = now();
    const act = { id: 'm1', testimonyId: 't1', by: 'Sonia', at: AT + MINUTE };
    expect(await store.moderate({ ...act, act: 'blanked', body: bytes('words of ***') })).toBe(true);
    expect(
      await store.moderate({ ...act, id: 'm2', at: AT + 2 * MINUTE, act: 'approved', state: 'approved' }),
    ).toBe(true);
    expect(
      await store.moderate({ ...act, id: 'm3', testimonyId: 'gone', act: 'refused', state: 'refused' }),
    ).toBe(false);
    const kept = await store.testimony('t1');
    expect([kept?.state, text(kept?.body)]).toEqual(['approved', 'words of ***']);
    expect(await store.moderations(5)).toEqual([
      { id: 'm2', testimonyId: 't1', act: 'approved', by: 'Sonia', at: AT + 2 * MINUTE },
      { id: 'm1', testimonyId: 't1', act: 'blanked', by: 'Sonia', at: AT + MINUTE },
    ]);
  });

  test('its code takes it back, under any of the keys, and leaves a line without a name', async () => {
    await tell('t1');
    await tell('t2');
    await take('code-new', 'code-t1');
    await take('code-unknown');
    const { store } = now();
    expect((await store.testimonies({ limit: 5 })).map((t) => t.id)).toEqual(['t2']);
    expect(await store.moderations(5)).toMatchObject([{ testimonyId: 't1', act: 'withdrawn', by: 'person' }]);
  });

  test('its recording goes with it: here at once, at the provider by the next round', async () => {
    const { store } = now();
    await tell('home', {}, true);
    await store.takeRecordings(AT, AT + MINUTE, 5);
    await store.keepRecording('r-home', bytes('sound'));
    await take('code-home');
    expect(await store.recording('r-home')).toBeUndefined();
    expect(await now().count('recordings')).toBe(0);

    await tell('away', {}, true);
    await store.putOffRecording('r-away', AT + 60 * MINUTE);
    await take('code-away');
    expect(await store.takeRecordings(AT + MINUTE, AT + 2 * MINUTE, 5)).toMatchObject([
      { id: 'r-away', providerId: 'RE-away', unwanted: true },
    ]);
    await store.dropRecording('r-away');
    expect(await now().count('recordings')).toBe(0);
  });

  test('a published recording outlives the others; what was refused ends with the texts', async () => {
    const { store } = now();
    for (const id of ['published', 'waiting', 'private', 'refused']) {
      await tell(id, id === 'private' ? { publish: 'no' } : {}, true);
      await store.takeRecordings(AT, AT + MINUTE, 5);
      await store.keepRecording(`r-${id}`, bytes(id));
    }
    const approve = (id: string, act: 'approved' | 'refused') =>
      store.moderate({ id: `m-${id}`, testimonyId: id, by: 'Sonia', at: AT, act, state: act });
    await approve('published', 'approved');
    await approve('private', 'approved');
    await approve('refused', 'refused');
    await store.purge(
      { texts: AT + MINUTE, discreet: AT + MINUTE, contacts: AT - MINUTE, secret: AT, erased: 0, journal: 0 },
      100,
    );
    expect(text(await store.recording('r-published'))).toBe('published');
    for (const id of ['waiting', 'private', 'refused'])
      expect(await store.recording(`r-${id}`)).toBeUndefined();
    expect((await store.testimonies({ limit: 9 })).map((t) => t.id).sort()).toEqual([
      'private',
      'published',
      'waiting',
    ]);
  });

  test('the same report by the same person is counted once', async () => {
    await report('o1', 'anna-closed');
    await report('o2', 'anna-closed');
    await report('o3', 'basile-closed');
    await report('o4', 'anna-online', 'family', 'online');
    const of = { service: 'family', department: '60', month: '2026-03' };
    expect(await now().store.obstacles()).toEqual([
      { ...of, trouble: 'closed', count: 2 },
      { ...of, trouble: 'online', count: 1 },
    ]);
  });

  test('workshops are numbered one after another', async () => {
    const { store } = now();
    const codeOf = (n: number) => `000${n}`;
    await store.addWorkshop('Creil', AT, codeOf);
    expect(await store.addWorkshop('Nogent', AT + 1, codeOf)).toEqual({
      code: '0002',
      name: 'Nogent',
      at: AT + 1,
    });
    expect((await store.workshops()).map((w) => [w.code, w.name])).toEqual([
      ['0001', 'Creil'],
      ['0002', 'Nogent'],
    ]);
  });
}
