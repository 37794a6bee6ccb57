/** Recordings and words about sheets. */
import { expect, test } from 'vitest';
import { AT, bytes, decision, type Harness, MINUTE, reply, request, text } from './harness.ts';

export function keptContract(now: () => Harness): void {
  const record = async (inboundId: string, id: string) =>
    now().store.exchange(request(inboundId), () =>
      decision({
        recordings: [{ id, providerId: `RE-${id}` }],
        feedback: [{ id: `f-${id}`, sheet: 'rsa', body: bytes(id) }],
      }),
    );

  test('a recording is due until it is kept, and one taker has it at a time', async () => {
    const { store } = now();
    await record('i1', 'r1');
    expect(await store.takeRecordings(AT, AT + MINUTE, 5)).toEqual([
      { id: 'r1', providerId: 'RE-r1', attempts: 0, unwanted: false },
    ]);
    expect(await store.takeRecordings(AT, AT + MINUTE, 5)).toEqual([]);
    // The taker died: it is due again when its lease has run out.
    expect(await store.takeRecordings(AT + MINUTE, AT + 2 * MINUTE, 5)).toMatchObject([
      { id: 'r1', attempts: 1 },
    ]);
    await store.putOffRecording('r1', AT + 10 * MINUTE);
    expect(await store.takeRecordings(AT + 9 * MINUTE, AT + 11 * MINUTE, 5)).toEqual([]);
    expect(await store.recording('r1')).toBeUndefined();
    await store.keepRecording('r1', bytes('sound'));
    expect(await store.takeRecordings(AT + 60 * MINUTE, AT + 61 * MINUTE, 5)).toEqual([]);
    expect(text(await store.recording('r1'))).toBe('sound');
  });

  test('the oldest recordings first, no more than asked for', async () => {
    await record('i1', 'r1');
    await record('i2', 'r2');
    const taken = await now().store.takeRecordings(AT, AT + MINUTE, 1);
    expect(taken.map((r) => r.id)).toEqual(['r1']);
  });

  test('what was heard, and what arrived, is due to be blanked at the provider, once, until it is', async () => {
    const { store } = now();
    await store.exchange(request('SM1', { blankAt: AT + MINUTE }), () =>
      decision({ outgoing: [reply('m1')] }),
    );
    await store.exchange(request('CA1:0', { key: 'call:CA1', channel: 'voice' }), () => decision());
    await store.report('m1', 'sent', undefined, { providerId: 'SM2', dueAt: AT + 60 * MINUTE });
    await store.report('m1', 'delivered', undefined, { providerId: 'SM2', dueAt: AT });
    // Later reports change nothing of the text, and do not put it off.
    await store.report('m1', 'sent', undefined, { providerId: 'SM2', dueAt: AT + 60 * MINUTE });
    expect(await store.takeBlanks(AT + MINUTE - 1, AT + 2 * MINUTE, 5)).toEqual([
      { providerId: 'SM2', attempts: 0 },
    ]);
    expect(await store.takeBlanks(AT + MINUTE, AT + 2 * MINUTE, 5)).toEqual([
      { providerId: 'SM1', attempts: 0 },
    ]);
    expect(await store.takeBlanks(AT + MINUTE, AT + 2 * MINUTE, 5)).toEqual([]);
    await store.blanked('SM2');
    await store.putOffBlank('SM1', AT + 9 * MINUTE);
    expect(await store.takeBlanks(AT + 8 * MINUTE, AT + 10 * MINUTE, 5)).toEqual([]);
    expect(await store.takeBlanks(AT + 9 * MINUTE, AT + 10 * MINUTE, 5)).toEqual([
      { providerId: 'SM1', attempts: 1 },
    ]);
    await store.blanked('SM1');
    expect(await now().count('blanks')).toBe(0);
  });

  test('words about sheets come newest first', async () => {
    await record('i1', 'r1');
    await now().store.exchange(request('i2', { at: AT + MINUTE }), () =>
      decision({ feedback: [{ id: 'f-r2', sheet: 'caf', body: bytes('r2') }] }),
    );
    const said = await now().store.feedback(10);
    expect(said.map((f) => [f.sheet, text(f.body), f.at])).toEqual([
      ['caf', 'r2', AT + MINUTE],
      ['rsa', 'r1', AT],
    ]);
    expect(await now().store.feedback(1)).toHaveLength(1);
  });
}
