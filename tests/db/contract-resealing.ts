/** A change of the data key reaches every row, in steps, and a refusal moves with its number. */
import { expect, test } from 'vitest';
import { SEALED } from '../../db/resealing.ts';
import { AT, asked, bytes, decision, type Harness, look, number, request, text } from './harness.ts';

const [NUMBERS] = SEALED;
const SESSIONS = SEALED[1];

export function resealingContract(now: () => Harness): void {
  test('in steps, until nothing is left; what is left as it is does not count', async () => {
    const { store } = now();
    for (const name of ['anna', 'ben', 'cleo']) {
      await store.exchange(request(name, { number: number(name) }), () =>
        decision({ session: bytes(`old ${name}`) }),
      );
    }
    let [after, steps, changed]: [string | undefined, number, number] = ['', 0, 0];
    while (after !== undefined) {
      const step: Awaited<ReturnType<typeof store.reseal>> = await store.reseal(
        SESSIONS,
        after,
        2,
        (sealed) =>
          text(sealed) === 'old ben'
            ? undefined
            : { sealed: bytes(String(text(sealed)).replace('old', 'new')) },
      );
      after = step?.after;
      changed += step?.changed ?? 0;
      steps += 1;
    }
    expect([steps, changed]).toEqual([3, 2]);
    const said = async (name: string) => text((await look(store, { number: number(name) })).session?.data);
    expect([await said('anna'), await said('ben'), await said('cleo')]).toEqual([
      'new anna',
      'old ben',
      'new cleo',
    ]);
  });

  test('a number is found under its new hash, with what it refused', async () => {
    const { store, count } = now();
    await store.exchange(request('i1'), () => decision({ contact: { optOut: 'ours' } }));
    await store.reseal(NUMBERS, '', 10, () => ({ sealed: bytes('resealed'), hmac: 'hmac-new' }));
    const anna = { hmac: 'hmac-new', sealed: bytes('x') };
    const found = await look(store, { number: anna });
    expect([found.contact?.optOut, text(found.contact?.number)]).toEqual(['ours', 'resealed']);
    expect([await count('contacts'), await count('opt_outs')]).toEqual([1, 1]);
  });

  test('every column of the list is there', async () => {
    const { store } = now();
    await store.exchange(request('i1'), () => decision({ outgoing: [asked('m1', { dueAt: AT })] }));
    for (const of of SEALED) {
      await store.reseal(of, '', 5, (sealed) => ({ sealed: bytes(`again ${text(sealed)}`) }));
    }
    const [due] = await store.takeDue(AT, AT + 1, 5);
    expect(text(due?.body)).toBe('again body of m1');
  });
}
