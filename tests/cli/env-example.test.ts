/** `.env.example` says everything that may be set, and says it as it is. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { texts } from '../../flows/texts/index.ts';
import { readConfig, VARIABLES } from '../../src/config.ts';

const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n');
const settings = lines.flatMap((line) => {
  const [, name = '', value = ''] = /^# ([A-Z][A-Z_]+)=(.*)$/.exec(line) ?? [];
  return name === '' ? [] : [{ name, value }];
});
const languages = Object.keys(texts);

test('every variable is there once, and no other', () => {
  expect(settings.map(({ name }) => name).sort()).toEqual([...VARIABLES].sort());
});

test('all of them are commented out', () => {
  expect(lines.filter((line) => line !== '' && !line.startsWith('# '))).toEqual([]);
});

test('the values shown are the ones in force when nothing is set', () => {
  // Samples rather than defaults: there is none.
  const samples = ['PUBLIC_URL', 'VOICE_NUMBER'];
  const shown = settings.filter(({ name, value }) => value !== '' && !samples.includes(name));
  const env = Object.fromEntries(shown.map(({ name, value }) => [name, value]));
  expect(readConfig(env, languages)).toEqual(readConfig({}, languages));
});

test('the samples are accepted', () => {
  const env = Object.fromEntries(settings.map(({ name, value }) => [name, value]));
  expect(() => readConfig(env, languages)).not.toThrow();
});
