/** What a machine that watches may read of a real service, and who may. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTest, type TestService } from '../support/service.ts';

const TOKEN = 'a token of sixteen letters';
let service: TestService;
beforeAll(async () => {
  service = await startTest({ BUDGET_EUROS: '1', PRICE_SEGMENT_OUT: '0.1' });
});
afterAll(() => service.stop());

async function read(of = service, headers: Record<string, string> = {}) {
  const answer = await fetch(`${of.url}/metrics`, { headers });
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
}

/** The value of a series, as it is written. */
function value(text: string, series: string): number | undefined {
  const line = text.split('\n').find((l) => l.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}

test('turns, what was not understood, latency, the queue and money', async () => {
  const phone = '+33639980101';
  await service.provider.text(phone, 'g perdu ma carte didentite');
  await service.provider.text(phone, 'xyzzy plugh');
  await service.provider.callbacks.settled();
  await service.balance.tick();
  const { status, type, text } = await read();
  expect(status).toBe(200);
  expect(type).toContain('text/plain');
  expect(value(text, 'relais_turns_total{channel="sms",heard="question"}')).toBe(1);
  expect(value(text, 'relais_turns_total{channel="sms",heard="miss"}')).toBe(1);
  expect(value(text, 'relais_webhook_seconds_count{route="/twilio/sms",status="200"}')).toBe(2);
  expect(value(text, 'relais_reports_total{state="delivered",code=""}')).toBe(2);
  expect(value(text, 'relais_queue_texts')).toBe(0);
  expect(value(text, 'relais_last_turn_timestamp_seconds')).toBe(service.clock.now / 1000);
  expect(value(text, 'relais_used_units{kind="segments_in"}')).toBe(2);
  const out = value(text, 'relais_used_units{kind="segments_out"}') ?? 0;
  expect(out).toBeGreaterThanOrEqual(2);
  expect(value(text, 'relais_budget_ratio')).toBeCloseTo((out * 0.1 + 2 * 0.007) / 1, 5);
  expect(value(text, 'relais_provider_balance{currency="EUR"}')).toBe(100);
  expect(text).not.toContain(phone.slice(-9));
});

test('all is spent: an answer goes out all the same', async () => {
  service.budget.add('segments_out', 100);
  const messages = await service.provider.text('+33639980102', 'passeport');
  expect(messages.length).toBeGreaterThan(0);
  expect(service.budget.over()).toBe(true);
});

test('the seconds of a call that is over are counted once', async () => {
  const before = value((await read()).text, 'relais_used_units{kind="call_seconds"}') ?? 0;
  const call = await service.provider.call('+33639980103');
  service.clock.now += 30_000;
  await call.hangup();
  await service.provider.callbacks.settled();
  const after = value((await read()).text, 'relais_used_units{kind="call_seconds"}') ?? 0;
  expect(after).toBeGreaterThan(before);
});

describe('who may read', () => {
  test('from the internet, nobody without a token', async () => {
    const from = (ip: string) => read(service, { 'x-forwarded-for': ip });
    expect((await from('203.0.113.7')).status).toBe(404);
    expect((await from('2001:db8::1')).status).toBe(404);
    expect((await from('10.1.2.3')).status).toBe(200);
    expect((await from('fd00::5')).status).toBe(200);
  });

  test('with a token, whoever has it, and nobody else', async () => {
    const closed = await startTest({ METRICS_TOKEN: TOKEN });
    try {
      expect((await read(closed)).status).toBe(404);
      expect((await read(closed, { authorization: `Bearer ${TOKEN}s` })).status).toBe(404);
      expect((await read(closed, { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    } finally {
      await closed.stop();
    }
  });
});

test('alerts and dashboard ask for series that exist', async () => {
  const { text } = await read();
  const root = new URL('../../docs/watch/', import.meta.url);
  for (const name of ['alerts.yaml', 'dashboard.json']) {
    const asked = readFileSync(new URL(name, root), 'utf8').match(/relais_\w+/g) ?? [];
    expect(asked.length).toBeGreaterThan(5);
    for (const series of new Set(asked)) expect(text, series).toMatch(new RegExp(`^${series}[ {]`, 'm'));
  }
});
