import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERRORS, RelaisError } from '../../src/errors.ts';
import { maySend } from '../../src/outbox/may-send.ts';
import { MOST_TRIES, nextTry } from '../../src/outbox/retries.ts';
import { sendError } from '../../src/outbox/send-error.ts';
import { readPayload, writePayload } from '../../src/payload.ts';

describe('maySend', () => {
  it('refuses the unasked after our opt-out, and everything after the provider’s', () => {
    const kinds = ['reply', 'asked', 'unasked'] as const;
    const allowed = (optOut: 'none' | 'ours' | 'provider') =>
      kinds.filter((kind) => maySend({ optOut }, kind));
    expect(allowed('none')).toEqual(['reply', 'asked', 'unasked']);
    expect(allowed('ours')).toEqual(['reply', 'asked']);
    expect(allowed('provider')).toEqual([]);
  });
});

describe('the retries', () => {
  it('are three, at 1, 5 and 10 minutes', () => {
    expect([1, 2, 3, 4, 5].map((made) => nextTry(made, 0))).toEqual([
      60_000,
      300_000,
      600_000,
      undefined,
      undefined,
    ]);
    expect(MOST_TRIES).toBe(4);
  });
});

describe('a failure of the provider', () => {
  it.each([
    [21610, 400, false, 'opted_out'],
    [21614, 400, false, 'landline'],
    [21635, 400, false, 'landline'],
    ['30006', undefined, false, 'landline'],
    [21211, 400, false, 'bad_number'],
    [30003, undefined, true, 'unreachable'],
    [30005, undefined, false, 'unreachable'],
    [30007, undefined, false, 'filtered'],
    [20429, 429, true, 'too_fast'],
    [undefined, 429, true, 'too_fast'],
    [undefined, 500, true, 'other'],
    [undefined, 408, true, 'other'],
    [undefined, undefined, true, 'other'],
    [12345, 400, false, 'other'],
    [undefined, 401, false, 'other'],
  ])('%s with HTTP %s: again %s, %s', (code, status, retryable, why) => {
    expect(sendError(code, status)).toMatchObject({ retryable, why });
  });

  it('has a name even where the provider gave none', () => {
    expect(sendError(21610).code).toBe('21610');
    expect(sendError(undefined, 503).code).toBe('http_503');
    expect(sendError(undefined).code).toBe('network');
  });
});

describe('a payload', () => {
  it('reads as it was written', () => {
    const text = fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined });
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'grapheme' }), text, (input, answer, plain) => {
        const payload = { input, answer, ...(plain === undefined ? {} : { text: plain }) };
        const read = readPayload(Buffer.from(writePayload(payload)));
        expect(read).toEqual(JSON.parse(JSON.stringify(payload)));
      }),
    );
    expect(readPayload(Buffer.from(writePayload({ answer: 'a' })))).toEqual({ answer: 'a' });
  });

  it('that is something else is refused, and not quoted', () => {
    for (const bytes of ['', 'secret words', '{"answer":1}', '[]', 'null', '{"answer":"a","text":null}']) {
      const refused = () => readPayload(Buffer.from(bytes));
      expect(refused).toThrow(expect.objectContaining({ code: 'payload_unreadable' }));
      expect(refused).toThrow(/^(?!.*secret)/);
    }
  });
});

describe('an error', () => {
  it('says its code, status and whether to try again, all from the table', () => {
    for (const code of Object.keys(ERRORS) as (keyof typeof ERRORS)[]) {
      const error = new RelaisError(code, { detail: 'here' });
      expect(error).toMatchObject({ code, status: ERRORS[code].status, retryable: ERRORS[code].retryable });
      expect(error.message).toBe(`${ERRORS[code].message}: here`);
    }
    expect(new RelaisError('internal', { cause: 'x' }).cause).toBe('x');
  });
});
