/** A message that was left, heard by call: what a text can do, a keypad can. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Call } from '../../src/simulator/provider.ts';
import { HOUR, MINUTE, makeRig, type Rig } from './harness.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await makeRig();
});
afterAll(() => rig.stop());

const DISCREET = 'violences-conjugales-droits';
const heard = (call: Call) => call.events.flatMap((e) => ('said' in e ? [e.said] : [])).join('\n');
const calls = (phone: string) => {
  rig.service.clock.now += MINUTE;
  return rig.service.provider.call(phone);
};
const press = async (call: Call, keys: string) => {
  for (const key of keys) {
    rig.service.clock.now += 2_000;
    await call.press(key);
  }
};

test('who calls is told that a message waits, and hears it', async () => {
  const to = rig.fresh();
  await rig.send(to, { note: 'Venez mardi.' });
  const call = await calls(to);
  await press(call, '11');
  expect(heard(call)).toContain("Carte d'identité perdue ou volée");
  expect((await rig.status()).marks).toEqual(['A répondu', 'A écouté par téléphone']);
  await call.hangup();
  expect(heard(await calls(to))).not.toContain('Sonia vous a');
});

test('nothing is named before a yes, even where the text held the essential', async () => {
  const to = rig.fresh();
  await rig.send(to, { alone: true });
  expect(heard(await calls(to))).not.toMatch(/identité/);
});

test('the agreed word is keyed by its letters, or said', async () => {
  const to = rig.fresh();
  await rig.send(to, { sheet: DISCREET, word: 'soleil' });
  const call = await calls(to);
  await press(call, '1');
  expect(heard(call)).not.toMatch(/violence/i);
  await press(call, '765345#');
  expect(heard(call)).toMatch(/violence/i);
});

test('a call that ends before the word leaves it to the next one', async () => {
  const to = rig.fresh();
  await rig.send(to, { sheet: DISCREET, word: 'soleil' });
  const call = await calls(to);
  await press(call, '1');
  await call.hangup();
  rig.service.clock.now += 2 * HOUR;
  expect(heard(await calls(to))).toContain('Sonia vous a laissé un message');
});

test('wrong words are counted over calls and texts: two by call, one by text', async () => {
  const to = rig.fresh();
  await rig.send(to, { sheet: DISCREET, word: 'soleil' });
  const call = await calls(to);
  await press(call, '1');
  await press(call, '22222#33333#');
  await call.hangup();
  await rig.says(to, '1');
  await rig.says(to, 'lune');
  expect((await rig.status()).marks).toContain('Trois mots faux : refermé');
  expect(await rig.says(to, 'soleil')).not.toMatch(/violence|conjug/i);
});

test('wrong words by call close it for texts too', async () => {
  const to = rig.fresh();
  await rig.send(to, { sheet: DISCREET, word: 'soleil' });
  const call = await calls(to);
  await press(call, '1');
  for (let i = 0; i < 3; i += 1) await press(call, '11111#');
  expect(heard(call)).toContain('refermé');
  expect((await rig.status()).marks).toContain('Trois mots faux : refermé');
  for (const said of ['1', 'soleil']) expect(await rig.says(to, said)).not.toMatch(/violence|conjug/i);
});

test('who never got the text finds it by call all the same; a hidden number finds nothing', async () => {
  const to = rig.fresh();
  rig.service.provider.faults.delivery(to, [{ status: 'undelivered', code: 30003 }]);
  await rig.send(to);
  expect(heard(await calls('anonymous'))).not.toContain('Sonia');
  expect(heard(await calls(to))).toContain('Sonia vous a laissé un message');
});
