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
  const question = 'ou louer un dromadaire';
  expect(kept(question)).toBe(question);
  expect(kept(`${question} `.repeat(3))).toContain(question);
  expect(kept(`${question} `.repeat(4))).toBeUndefined();
});
