/** The provider tries a webhook twice. Texts that came while nobody listened are answered once somebody does: those alone, once, and in their order. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOUR, MINUTE, phoneNumbers, type Rig, startRig } from './harness.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.stop());

const phone = phoneNumbers('+336399861');
const said = (from: string) =>
  rig.provider
    .thread(from)
    .filter((m) => m.to === from)
    .map((m) => m.body);

async function sweep(): Promise<number | undefined> {
  const answered = await rig.service.missed?.tick(rig.clock.now);
  // A reply that no response can carry leaves by the outbox a minute later.
  rig.clock.now += MINUTE;
  await rig.service.outbox.tick(rig.clock.now);
  await rig.provider.settled();
  return answered;
}

test('what came before this service first answered anybody is not its own to answer', async () => {
  const from = phone();
  rig.provider.faults.webhook('unreachable', 2, '/twilio/sms');
  await rig.provider.text(from, 'passeport');
  rig.clock.now += 5 * MINUTE;
  expect(await sweep()).toBe(0);
  await rig.provider.text(phone(), 'passeport');
  rig.clock.now += 5 * MINUTE;
  expect(await sweep()).toBe(0);
  expect(said(from)).toEqual([]);
});

test('what could not reach us is answered late, in its order; what was answered is left alone', async () => {
  const [lost, heard] = [phone(), phone()];
  await rig.provider.text(heard, 'passeport');
  rig.provider.faults.webhook('unreachable', 4, '/twilio/sms');
  await rig.provider.text(lost, 'g perdu ma carte didentite');
  rig.clock.now += 1000;
  await rig.provider.text(lost, 'prix');
  expect(said(lost)).toEqual([]);

  rig.clock.now += MINUTE;
  expect(await sweep()).toBe(0);
  rig.clock.now += 2 * MINUTE;
  expect(await sweep()).toBe(2);
  expect(said(heard)).toHaveLength(1);
  expect(said(lost)).toHaveLength(2);
  expect(said(lost)[0]).toMatch(/carte/i);
  expect(said(lost)[1]).toMatch(/^Prix/);
  expect(await sweep()).toBe(0);
});

test('the webhook that comes after all finds its answer, and nobody is answered twice', async () => {
  const from = phone();
  rig.provider.faults.webhook('unreachable', 2, '/twilio/sms');
  await rig.provider.text(from, 'passeport');
  const sid = rig.provider.thread(from)[0]?.sid ?? '';
  rig.clock.now += 5 * MINUTE;
  expect(await sweep()).toBe(1);
  const late = await rig.post('/twilio/sms', { MessageSid: sid, From: from, Body: 'passeport' });
  expect(late.body).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  expect(said(from)).toHaveLength(1);
});

test('older than a day, it is not answered: the moment has gone', async () => {
  const from = phone();
  rig.provider.faults.webhook('unreachable', 2, '/twilio/sms');
  await rig.provider.text(from, 'passeport');
  rig.clock.now += 24 * HOUR;
  expect(await sweep()).toBe(0);
  expect(said(from)).toEqual([]);
});

test('what somebody erased is not taken for what nobody answered', async () => {
  const from = phone();
  await rig.provider.text(from, 'passeport');
  rig.clock.now += MINUTE;
  await rig.provider.text(from, 'effacer');
  rig.clock.now += MINUTE;
  await rig.provider.text(from, '1');
  const before = said(from).length;
  rig.clock.now += 3 * HOUR;
  await rig.service.retention.tick(rig.clock.now);
  expect(
    rig.rows('SELECT 1 FROM contacts c JOIN exchanges e ON e.contact_id = c.id WHERE e.key = ?', from),
  ).toEqual([]);
  expect(await sweep()).toBe(0);
  expect(said(from)).toHaveLength(before);
});
