/** A human who calls back, where an association is on duty; `npx vitest run tests/dialogues -u` writes what was said. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onDuty } from '../support/duty.ts';
import { startTest, type TestService } from '../support/service.ts';
import { phoneBook, play } from '../support/transcript.ts';

const here = new URL('./rappel/', import.meta.url);
const phones = phoneBook();
let service: TestService;

beforeAll(async () => {
  service = await startTest({ VOICE_NUMBER: '+33199000000' });
});
afterAll(() => service.stop());

test.each(readdirSync(here))('%s', async (name) => {
  // The first file is played before anybody is on duty.
  if (name.startsWith('1')) await onDuty(service, 'Association A', []);
  const script = readFileSync(new URL(name, here), 'utf8');
  const scoped = (who: string) => phones(who.includes('anonymous') ? who : `${name} ${who}`);
  const played = await play(service, script, scoped);
  await expect(played).toMatchFileSnapshot(new URL(name, here).pathname);
  expect(service.provider.alerts(), 'the provider could not do as asked').toEqual([]);
});
