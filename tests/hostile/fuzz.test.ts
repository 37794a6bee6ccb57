/** Whatever is sent, nothing answers with a fault of ours. The long campaign is `npm run fuzz`. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fuzz, startTarget, type Target } from './campaign.ts';

let target: Target;
beforeAll(async () => {
  target = await startTarget(':memory:');
});
afterAll(() => target.service.stop());

test('1,000 requests, most of which reach a dialogue', { timeout: 120_000 }, async () => {
  const { sent, byStatus, faults } = await fuzz(target, 1_000, 20261126);
  expect(faults).toEqual([]);
  expect(sent).toBe(1_000);
  // The campaign is worth something only where it gets in.
  expect(byStatus['200'] ?? 0).toBeGreaterThan(300);
  expect((byStatus['400'] ?? 0) + (byStatus['415'] ?? 0)).toBeGreaterThan(50);
});
