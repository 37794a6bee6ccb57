/** What a place says of itself by text, in a service of its own: it holds for everybody. `npx vitest run tests/dialogues -u` writes what was said. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadSample } from '../../src/knowledge/places/sample.ts';
import { startTest, type TestService } from '../support/service.ts';
import { phoneBook, play } from '../support/transcript.ts';

/** Whoever is "staff" of the first place of the sample. */
const STAFF = '+33639989901';
const phones = phoneBook();
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

test('a place is closed, open again, and nobody else can say so', async () => {
  const file = new URL('./premises/ferme.txt', import.meta.url);
  const whose = (who: string) => (who.includes('staff') ? STAFF : phones(who));
  const played = await play(service, readFileSync(file, 'utf8'), whose);
  await expect(played).toMatchFileSnapshot(file.pathname);
  expect(service.provider.alerts(), 'the provider could not do as asked').toEqual([]);
});
