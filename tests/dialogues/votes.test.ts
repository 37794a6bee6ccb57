/** Votes, played over the real protocol with the example consultation open; `npx vitest run tests/dialogues -u` writes what was said. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleDraft } from '../support/consultation.ts';
import { startTest, type TestService } from '../support/service.ts';
import { phoneBook, play } from '../support/transcript.ts';

const here = new URL('./votes/', import.meta.url);
const phones = phoneBook();
let service: TestService;

beforeAll(async () => {
  service = await startTest();
  await service.desk.open(exampleDraft());
  await service.desk.codes('square-2026', 3);
});
afterAll(() => service.stop());

test.each(readdirSync(here))('%s', async (file) => {
  const script = readFileSync(new URL(file, here), 'utf8');
  const scoped = (who: string) => phones(who.includes('anonymous') ? who : `${file} ${who}`);
  const played = await play(service, script, scoped);
  await expect(played).toMatchFileSnapshot(new URL(file, here).pathname);
  expect(service.provider.alerts(), 'the provider could not do as asked').toEqual([]);
});
