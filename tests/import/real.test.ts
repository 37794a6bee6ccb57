/** The full files, where they are beside the project. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuse } from '../../src/knowledge/places/fuse.ts';
import { LONGEST_NAME } from '../../src/knowledge/places/short-name.ts';
import { geography as realGeography } from '../support/library.ts';
import { type Bench, makeBench, settled } from './harness.ts';

const data = (name: string) => fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));
const LIST = data('france-services-2024-08.csv');
const PROVENCE = data('lieux-mediation-paca-2023-05.json');

describe.runIf(existsSync(LIST) && existsSync(PROVENCE))('the full files', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await makeBench(await realGeography());
  });
  afterAll(() => bench?.close());

  it('keep 95 % of the rows of Provence, and 98 % of France Services', async () => {
    const provence = await bench.points([PROVENCE], { dryRun: true });
    expect(settled(provence)).toBe(true);
    expect(provence.plan.accounts[0]?.read).toBe(646);
    expect(provence.plan.accounts[0]?.kept).toBeGreaterThanOrEqual(646 * 0.95);
    const list = await bench.points([LIST]);
    expect(settled(list)).toBe(true);
    expect(list.plan.accounts[0]?.read).toBe(2_845);
    expect(list.plan.accounts[0]?.kept).toBeGreaterThanOrEqual(2_845 * 0.98);
  });

  it('find the places that both tell, and twice change nothing', async () => {
    const both = await bench.points([PROVENCE]);
    expect(both.plan.accounts[0]?.merged).toBeGreaterThan(120);
    expect((await bench.points([LIST, PROVENCE])).written).toBe(false);
  });

  it('give names and visits that hold', async () => {
    const rows = await bench.rows();
    const list = rows.filter(({ source }) => source === 'france-services');
    expect(list.filter(({ visits }) => visits === 'moves' || visits === 'several')).toHaveLength(337);
    expect(list.filter(({ comment }) => comment !== undefined).length).toBeGreaterThanOrEqual(829);
    expect(list.filter(({ phone, dial }) => phone && dial).length).toBeGreaterThan(2_835);
    for (const row of rows) {
      const { name } = fuse([row]);
      expect(name.text.length, row.name).toBeLessThanOrEqual(LONGEST_NAME);
      expect(name.text.length, row.name).toBeGreaterThan(1);
    }
  });
});
