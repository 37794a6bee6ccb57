/** Talking from a terminal: another process, its lines through a pipe, its end. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { durationOf } from '../../src/cli/terminal/clock.ts';
import { readOptions, UsageError } from '../../src/cli/terminal/options.ts';
import { TERRITORIES } from '../../src/phone.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relais-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What followed each line that was typed. */
function answers(out: string): readonly string[] {
  return out
    .split(/^> .*$/m)
    .slice(1)
    .map((answer) => answer.trim());
}

describe('by text', () => {
  test('each line is a text, and the end of the pipe is the end', async () => {
    const { code, out, err } = await run('talk', [], 'g perdu ma carte didentite\n1\n', { TMPDIR: folder });
    expect(err).toBe('');
    expect(code).toBe(0);
    const [first, second] = answers(out);
    expect(first).toMatch(/mairie[\s\S]*\n1 Démarche[\s\S]*\n\[2 SMS, \d+\/306 GSM-7\]$/);
    expect(second).toMatch(/^Démarche/);
    const left = readdirSync(folder).filter((name) => name.startsWith('relais'));
    expect(left, 'what was said is thrown away').toEqual([]);
  });

  test('time passes when it is told to, and /quit leaves the rest unread', async () => {
    const said = 'carte identite perdue\n/wait 25h\n1\n/wait demain\n/quit\nmenu\n';
    const { code, out } = await run('talk', ['--from', '06 39 98 01 02'], said);
    expect(code).toBe(0);
    expect(out).toContain('06 39 98 01 02');
    const [, , next, wrong, quit] = answers(out);
    expect(next).toContain('1 Continuer');
    expect(wrong).toContain('/wait 25h');
    expect(quit).toBe('');
    expect(out).not.toContain('> menu');
  });

  test('it is a simulator whatever the environment says, and keeps what it is asked to keep', async () => {
    const env = {
      TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
      TWILIO_AUTH_TOKEN: '0'.repeat(32),
      PUBLIC_URL: 'https://relais.example.org',
      DATABASE_URL: join(folder, 'kept.db'),
    };
    const first = await run('talk', ['--keep'], 'carte identite perdue\n', env);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(existsSync(env.DATABASE_URL)).toBe(true);
    const second = await run('talk', ['--keep'], '1\n', env);
    expect(answers(second.out)[0]).toMatch(/^Démarche/);
  });
});

describe('by call', () => {
  test('keys, words, silence; a text that arrives meanwhile; hung up at the end of the pipe', async () => {
    const { code, out, err } = await run('talk', ['--call'], '"carte d\'identité perdue"\n\n3\n1\n');
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toMatch(/service automatique[\s\S]*\(\d+ s\)/);
    const [spoken, silence, , sent] = answers(out);
    expect(spoken).toContain('tapez 1');
    expect(silence).toMatch(/^\[silence de 8 s\]\nJe n'ai rien entendu/);
    expect(sent).toMatch(/SMS : Relais, [\s\S]*GSM-7\]/);
    expect(out.trimEnd()).toMatch(/\[vous avez raccroché\]$/);
  });

  test('a message is recorded after the beep; after the end, one may call again', async () => {
    const opinion = '"carte d\'identité perdue"\n/record 4\n4\n4\n4\n2\n2\n/record 4\n';
    const { code, out } = await run(
      'talk',
      ['--call', '--landline'],
      `${opinion}/hangup\n1\n/call\n/hangup\n`,
    );
    expect(code).toBe(0);
    const [, nothing, , , , , ask, recorded] = answers(out);
    expect(nothing).toBe('[rien n’est enregistré maintenant]');
    expect(ask).toContain('après le bip');
    expect(recorded).toMatch(/\[beep\][\s\S]*\[message enregistré, 4 s\]\nMerci/);
    expect(out).toContain('[plus d’appel en cours');
    expect(out.match(/\[vous avez raccroché\]/g)).toHaveLength(2);
  });
});

test('a wrong option is told with the right ones, without a stack', async () => {
  const { code, out, err } = await run('talk', ['--fax'], '');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('--call');
  expect(err).not.toMatch(/^\s+at /m);
});

test('a wrong configuration is told by the name of its variable', async () => {
  const { code, err } = await run('talk', [], '', { TERRITORIES: 'France' });
  expect(code).toBe(1);
  expect(err).toContain('TERRITORIES');
  expect(err).not.toMatch(/^\s+at /m);
});

describe('options', () => {
  const read = (...args: string[]) => readOptions(args, TERRITORIES);
  test('a number as people write it, overseas too', () => {
    expect(read('--from', '06 92 12 34 56')).toMatchObject({ from: '+262692123456' });
    expect(read('--from', '01.99.00.01.02', '--call')).toMatchObject({
      from: '+33199000102',
      channel: 'call',
    });
    expect(read('--call', '--anonymous')).toMatchObject({ from: 'anonymous' });
    expect(read('-h')).toBe('help');
  });

  test.each([
    [['--from', '12']],
    [['--from']],
    [['--landline']],
    [['--anonymous', '--landline', '--call']],
    [['bonjour']],
  ])('%j is refused', (args) => {
    expect(() => read(...args)).toThrow(UsageError);
  });
});

test.each([
  ['25h', 90_000_000],
  ['2j 3h', 183_600_000],
  ['90 s', 90_000],
  ['demain', undefined],
  ['', undefined],
])('%j is so long', (text, milliseconds) => {
  expect(durationOf(text)).toBe(milliseconds);
});
