/** Lists of rows that are replaced as a whole. */
import { describe, expect, test } from 'vitest';
import type { Kind } from '../../db/generations.ts';
import { AT, type Harness } from './harness.ts';

export function generationsContract(now: () => Harness): void {
  describe('generations', () => {
    /** Stages and flips these rows; resolves with the number. */
    async function put(rows: readonly string[], kind: Kind = 'places'): Promise<number> {
      const { store } = now();
      const base = await store.currentGeneration(kind);
      const id = await store.stageGeneration(kind, AT);
      await store.writeGeneration(id, rows);
      await store.flipGeneration(id, base);
      return id;
    }
    const gone = { code: 'generation_gone', retryable: true };

    test('there is none at first; of each kind one serves', async () => {
      const { store } = now();
      expect(await store.currentGeneration('places')).toBe(0);
      const places = await put(['a']);
      const communes = await put(['b'], 'communes');
      expect(await store.currentGeneration('places')).toBe(places);
      expect(await store.currentGeneration('communes')).toBe(communes);
      expect(await store.currentGeneration('workshops')).toBe(0);
    });

    test('rows come in pages, in the order in which they were written', async () => {
      const { store } = now();
      const id = await store.stageGeneration('places', AT);
      await store.writeGeneration(id, ['c', 'a', 'é']);
      await store.writeGeneration(id, []);
      await store.writeGeneration(id, ['b']);
      await store.flipGeneration(id, 0);
      const first = await store.readGeneration(id, 0, 3);
      expect(first.rows).toEqual(['c', 'a', 'é']);
      const second = await store.readGeneration(id, first.next as number, 3);
      expect(second).toEqual({ rows: ['b'] });
      const exact = await store.readGeneration(id, 0, 4);
      expect((await store.readGeneration(id, exact.next as number, 4)).rows).toEqual([]);
    });

    test('what is staged is not seen before it is flipped, and what served is no longer read after', async () => {
      const { store } = now();
      const first = await put(['old']);
      const staged = await store.stageGeneration('places', AT);
      await store.writeGeneration(staged, ['new']);
      expect(await store.currentGeneration('places')).toBe(first);
      expect((await store.readGeneration(first, 0, 9)).rows).toEqual(['old']);
      await expect(store.readGeneration(staged, 0, 9)).rejects.toMatchObject(gone);
      await store.flipGeneration(staged, first);
      expect((await store.readGeneration(staged, 0, 9)).rows).toEqual(['new']);
      await expect(store.readGeneration(first, 0, 9)).rejects.toMatchObject(gone);
      await expect(store.writeGeneration(staged, ['late'])).rejects.toMatchObject(gone);
    });

    test('of two imports at once one wins, whole', async () => {
      const { store } = now();
      const one = await store.stageGeneration('places', AT);
      await store.writeGeneration(one, ['one']);
      const two = await store.stageGeneration('places', AT);
      await expect(store.writeGeneration(one, ['one'])).rejects.toMatchObject(gone);
      await expect(store.flipGeneration(one, 0)).rejects.toMatchObject(gone);
      await store.writeGeneration(two, ['two']);
      await expect(store.flipGeneration(two, one)).rejects.toMatchObject(gone);
      await store.flipGeneration(two, 0);
      expect((await store.readGeneration(two, 0, 9)).rows).toEqual(['two']);
    });

    test('what nothing serves is deleted in batches, and nothing else', async () => {
      const { store, count } = now();
      const rows = Array.from({ length: 25 }, (_, i) => `${i}`);
      await put(rows);
      const dropped = await store.stageGeneration('communes', AT);
      await store.writeGeneration(dropped, ['never']);
      await store.dropGeneration(dropped);
      const serving = await put(['new']);
      const staged = await store.stageGeneration('workshops', AT);
      await store.writeGeneration(staged, ['coming']);
      let calls = 1;
      while (await store.sweepGenerations(10)) calls++;
      expect(calls).toBeGreaterThan(3);
      expect([await count('generations'), await count('generation_rows')]).toEqual([2, 2]);
      expect((await store.readGeneration(serving, 0, 9)).rows).toEqual(['new']);
      await store.flipGeneration(staged, 0);
      expect(await store.sweepGenerations(10)).toBe(false);
    });

    test('a closed store answers nothing', async () => {
      const { store } = now();
      await store.close();
      await expect(store.currentGeneration('places')).rejects.toMatchObject({ code: 'closed' });
    });
  });
}
