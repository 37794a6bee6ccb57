/** Every conversation in this folder, played over the real protocol; `npx vitest run tests/dialogues -u` writes what was said. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTest, type TestService } from '../support/service.ts';
import { phoneBook, play } from '../support/transcript.ts';

const here = new URL('./', import.meta.url);
const files = readdirSync(here).filter((f) => f.endsWith('.txt'));
const phones = phoneBook();
let service: TestService;

beforeAll(async () => {
  service = await startTest();
});
afterAll(() => service.stop());

test.each(files)('%s', async (file) => {
  const script = readFileSync(new URL(file, here), 'utf8');
  const scoped = (who: string) => phones(who.includes('anonymous') ? who : `${file} ${who}`);
  const played = await play(service, script, scoped);
  await expect(played).toMatchFileSnapshot(new URL(file, here).pathname);
  expect(service.provider.alerts(), 'the provider could not do as asked').toEqual([]);
});
