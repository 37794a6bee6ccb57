import { expect, test } from 'vitest';
import { StoreError } from '../../db/errors.ts';
import { patiently } from '../../src/conversation/patiently.ts';

const REPLY = { answer: 'told', repeated: false, open: true };
const inbound = { id: 'SM1', channel: 'sms', input: { kind: 'text', text: 'menu' } } as const;
const render = { silent: { answer: '' }, told: () => ({ answer: '' }) };

/** Fails as often as there are errors, then answers. */
function failing(...errors: unknown[]) {
  const asked: string[] = [];
  const converse = patiently(async ({ id }) => {
    asked.push(id);
    if (errors.length > 0) throw errors.shift();
    return REPLY;
  }, 0);
  return { asked, converse };
}

test('what may pass is tried once more with the same id, and no third time', async () => {
  const once = failing(new StoreError('unavailable'));
  expect(await once.converse(inbound, render)).toBe(REPLY);
  expect(once.asked).toEqual(['SM1', 'SM1']);
  const twice = failing(new StoreError('busy'), new StoreError('unavailable'));
  await expect(twice.converse(inbound, render)).rejects.toMatchObject({ code: 'unavailable' });
  expect(twice.asked).toHaveLength(2);
});

test('what would fail again is not', async () => {
  const broken = failing(new Error('a fault of ours'));
  await expect(broken.converse(inbound, render)).rejects.toThrow('a fault of ours');
  expect(broken.asked).toHaveLength(1);
});
