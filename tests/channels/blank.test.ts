/** Words leave the provider once they have arrived: what people wrote, and what they were answered. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeClient } from '../../src/channels/twilio/client.ts';
import { HEARD_AFTER, SENT_AFTER } from '../../src/outbox/index.ts';
import { ACCOUNT, MINUTE, phoneNumbers, type RealRig, startReal, TOKEN } from './harness.ts';

const phone = phoneNumbers('+336399830');
let rig: RealRig;
beforeAll(async () => {
  rig = await startReal();
});
afterAll(() => rig.stop());

/** What the provider's own records of this phone's texts hold, the oldest first. */
async function recorded(of: string): Promise<string[]> {
  const client = makeClient({ accountSid: ACCOUNT, authToken: TOKEN, apiUrl: rig.apiUrl });
  const all = [...(await client.messages.list({ from: of })), ...(await client.messages.list({ to: of }))];
  return all.map(({ body }) => body);
}
const tick = (after = 0) => {
  rig.clock.now += after;
  return rig.service.blanking.tick(rig.clock.now);
};
const shown = (of: string) => rig.provider.thread(of).map(({ body }) => body);

test('an answer is blank there once delivered, the question a little later; the phone keeps both', async () => {
  const anna = phone();
  await rig.provider.text(anna, 'passeport');
  await rig.provider.settled();
  const words = shown(anna);
  expect(words).toHaveLength(2);
  expect(await recorded(anna)).toEqual(words);
  expect(await tick()).toBe(1);
  expect(await recorded(anna)).toEqual(['passeport', '']);
  expect(await tick(HEARD_AFTER)).toBe(1);
  expect(await recorded(anna)).toEqual(['', '']);
  expect(shown(anna)).toEqual(words);
  // The provider may bring the same webhook again: the answer is ours to give, from our own record.
  expect(await tick(SENT_AFTER)).toBe(0);
});

test('too fast, refused or unreachable: tried again later, and the words go in the end', async () => {
  const ben = phone();
  await rig.provider.text(ben, 'rsa');
  await rig.provider.settled();
  rig.provider.faults.tooFast();
  expect(await tick()).toBe(0);
  rig.provider.faults.api({ status: 503, code: 20500, text: 'Internal Server Error' });
  expect(await tick(MINUTE)).toBe(0);
  // Not at once again.
  expect(await tick(MINUTE)).toBe(0);
  expect(await recorded(ben)).not.toContain('');
  await tick(10 * MINUTE);
  await tick(10 * MINUTE);
  expect(await recorded(ben)).toEqual(['', '']);
});

test('of an answer that no telephone confirms, the words go after a day', async () => {
  const chloe = phone();
  rig.provider.faults.delivery(chloe, [{ status: 'sent' }]);
  await rig.provider.text(chloe, 'apl');
  await rig.provider.settled();
  await tick(HEARD_AFTER);
  expect((await recorded(chloe)).map((body) => body === '')).toEqual([true, false]);
  await tick(SENT_AFTER);
  expect(await recorded(chloe)).toEqual(['', '']);
});
