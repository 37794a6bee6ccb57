/** Every conversation in this folder, played over the real protocol; `npx vitest run tests/dialogues -u` writes what was said. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSample } from '../../src/knowledge/places/sample.ts';
import { startTest, type TestService } from '../support/service.ts';
import { phoneBook, play } from '../support/transcript.ts';

const here = new URL('./', import.meta.url);
/** After the others: what a place says holds for everybody until it is taken back. */
const LAST = 'ferme.txt';
const files = readdirSync(here)
  .filter((f) => f.endsWith('.txt'))
  .sort((a, b) => Number(a === LAST) - Number(b === LAST));
const phones = phoneBook();
/** Whoever is "staff" of the first place of the sample. */
const STAFF = '+33639989901';
let service: TestService;

beforeAll(async () => {
  service = await startTest();
  const [place] = await loadSample('flows/content');
  const number = service.vault.number(STAFF);
  await service.store.addPlacePhone({
    ...{ id: 'staff', place: place?.id ?? '', hmac: number.hmac, number: number.sealed, author: '', at: 0 },
  });
});
afterAll(() => service.stop());

test.each(files)('%s', async (file) => {
  const script = readFileSync(new URL(file, here), 'utf8');
  const scoped = (who: string) =>
    who.includes('staff') ? STAFF : phones(who.includes('anonymous') ? who : `${file} ${who}`);
  const played = await play(service, script, scoped);
  await expect(played).toMatchFileSnapshot(new URL(file, here).pathname);
  expect(service.provider.alerts(), 'the provider could not do as asked').toEqual([]);
});
