import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { toneWav } from '../../src/simulator/calls/wav.ts';
import { countingIds, randomIds } from '../../src/simulator/ids.ts';
import { kindOf, placeFields } from '../../src/simulator/numbers.ts';
import { policyOf } from '../../src/simulator/policy.ts';
import { countSegments } from '../../src/simulator/segments.ts';
import { signedWebhook } from '../../src/simulator/sign.ts';

describe('a signed webhook', () => {
  it('is what the real client accepts, its fragment left out and nothing trimmed', () => {
    const url = 'https://relais.example/twilio/sms?t=1';
    const form = { Body: ' é\n& ', From: '+33639980101', FromCity: '', Inconnu: 'x' };
    const { headers, payload } = signedWebhook('secret', `${url}#rc=2`, form);
    const received = Object.fromEntries(new URLSearchParams(payload));
    expect(received).toEqual(form);
    const signature = headers['x-twilio-signature'] ?? '';
    expect(twilio.validateRequest('secret', signature, url, received)).toBe(true);
    expect(twilio.validateRequest('secret', signature, url, { ...received, Body: 'é\n&' })).toBe(false);
  });
});

describe('the fragment of an address', () => {
  it.each([
    ['', 1, ['ct']],
    ['#rc=0', 0, ['ct']],
    ['#rc=2&rp=ct,rt,5xx&rt=5000', 2, ['ct', 'rt', '5xx']],
    ['#rp=all', 1, ['ct', 'rt', '4xx', '5xx']],
    ['#rc=99', 5, ['ct']],
    ['#rc=x', 1, ['ct']],
  ])('%s', (fragment, retries, on) => {
    const policy = policyOf(`https://relais.example/twilio/sms${fragment}`);
    expect([policy.retries, [...policy.on]]).toEqual([retries, on]);
  });
});

describe('a number', () => {
  it.each([
    ['+33639980101', 'mobile'],
    ['+33712345678', 'mobile'],
    ['+33199000101', 'landline'],
    ['+33912345678', 'landline'],
    ['+33800123456', 'landline'],
    ['+262639123456', 'mobile'],
    ['+336', 'invalid'],
    ['0639980101', 'invalid'],
    ['3919', 'short'],
    ['RELAIS', 'name'],
    ['anonymous', 'anonymous'],
    ['+266696687', 'anonymous'],
  ])('%s is %s', (number, kind) => expect(kindOf(number)).toBe(kind));

  it('has a country, and no city', () => {
    expect(placeFields('From', '+590690123456')).toEqual({
      FromCity: '',
      FromState: '',
      FromZip: '',
      FromCountry: 'GP',
    });
  });

  it('is written by people on the page', async () => {
    // Named by its address: the page's own modules are checked with the page's own settings.
    const { isMobile, toNetwork, toPeople } = (await import(
      new URL('../../src/simulator/page/numbers.js', import.meta.url).href
    )) as {
      isMobile(number: string): boolean;
      toNetwork(written: string): string | undefined;
      toPeople(number: string): string;
    };
    expect(toNetwork('06.39 98-01 01')).toBe('+33639980101');
    expect(toNetwork('+590 690 12 34 56')).toBe('+590690123456');
    expect(toNetwork('3919')).toBeUndefined();
    expect(toPeople('+33639980101')).toBe('06 39 98 01 01');
    expect([isMobile('+33639980101'), isMobile('+33199000101')]).toEqual([true, false]);
  });
});

it('counts what a text weighs', () => {
  expect(countSegments('à é')).toEqual({ segments: 1, encoding: 'GSM-7' });
  expect(countSegments('ça'.padEnd(71))).toEqual({ segments: 2, encoding: 'UCS-2' });
});

it('makes ids and sounds of the right size', () => {
  expect(randomIds()()).toMatch(/^[0-9a-f]{32}$/);
  const ids = countingIds();
  expect([ids(), ids()].map((id) => id.slice(-2))).toEqual(['01', '02']);
  expect(toneWav(2)).toHaveLength(44 + 2 * 2 * 8000);
});
