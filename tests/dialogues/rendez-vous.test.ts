/** Reminders, each file on a calendar of its own; `npx vitest run tests/dialogues -u` writes what was said. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { signedIn } from '../support/desk.ts';
import { startTest, type TestService } from '../support/service.ts';
import { phoneBook, play } from '../support/transcript.ts';

const here = new URL('./rendez-vous/', import.meta.url);
let service: TestService;
afterEach(() => service.stop());

test.each(readdirSync(here).filter((name) => name.endsWith('.txt')))('%s', async (name) => {
  service = await startTest({ VOICE_NUMBER: '+33199000000' });
  const script = readFileSync(new URL(name, here), 'utf8');
  const phones = phoneBook();
  if (name === 'envoi.txt') await mediator(phones('Sonia mediatrice'));
  const played = await play(service, script, phones);
  await expect(played).toMatchFileSnapshot(new URL(name, here).pathname);
  expect(service.provider.alerts(), 'the provider could not do as asked').toEqual([]);
});

/** Has an account, her own phone in it, and a code. */
async function mediator(phone: string): Promise<void> {
  const sonia = await signedIn(service, 'Association A', ['mediator'], { name: 'Sonia Diallo' });
  expect((await sonia.post('/console/compte/telephone', { phone: `0${phone.slice(3)}` })).status).toBe(303);
  expect((await sonia.post('/console/compte/code', { pin: '123456' })).status).toBe(422);
  expect((await sonia.post('/console/compte/code', { pin: '482915' })).status).toBe(303);
}
