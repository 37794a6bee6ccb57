/** What of a miss an editor may read: a short question without its person, and no story. */
import { expect, test } from 'vitest';
import { countsOf } from '../../src/conversation/counts.ts';
import { makeVault } from '../../src/vault.ts';
import { makeWorld, person } from './person.ts';

const vault = makeVault(Buffer.alloc(32, 7));

test('a short question that found nothing may be read; the same in a story may not', async () => {
  const world = await makeWorld();
  const kept = (missed: string) => {
    const awa = person(world, 'sms');
    const turned = { ...awa.says('dromadaire'), missed, discreet: false };
    const { unanswered } = countsOf({ world, vault }, undefined, turned, awa.moment()) ?? {};
    return unanswered && vault.open(unanswered.body, 'unanswered').toString();
  };
  expect(kept('dromadaire')).toBe('dromadaire');
  expect(kept(Array.from({ length: 15 }, () => 'dromadaire').join(' '))).toBeDefined();
  expect(kept(Array.from({ length: 16 }, () => 'dromadaire').join(' '))).toBeUndefined();
});
