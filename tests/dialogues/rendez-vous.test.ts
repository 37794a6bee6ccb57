/** Reminders, each file on a calendar of its own; `npx vitest run tests/dialogues -u` writes what was said. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { startTest, type TestService } from '../support/service.ts';
import { phoneBook, play } from '../support/transcript.ts';

const here = new URL('./rendez-vous/', import.meta.url);
let service: TestService;
afterEach(() => service.stop());

test.each(readdirSync(here).filter((name) => name.endsWith('.txt')))('%s', async (name) => {
  service = await startTest({ VOICE_NUMBER: '+33199000000' });
  const script = readFileSync(new URL(name, here), 'utf8');
  const played = await play(service, script, phoneBook());
  await expect(played).toMatchFileSnapshot(new URL(name, here).pathname);
  expect(service.provider.alerts(), 'the provider could not do as asked').toEqual([]);
});
