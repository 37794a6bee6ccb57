import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { writePayload } from '../../src/payload.ts';
import { makeVault } from '../../src/vault.ts';
import { AT, decision, request } from './harness.ts';

const NUMBER = '+33612345678';
const OTHER = '+33698765432';
const SAID = 'mon mari me frappe';
const ANSWERED = 'Vous avez droit a une aide';

it('leaves no number and no word in clear in any file of the database', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'relais-clear-'));
  const store = await openStore(join(dir, 'relais.db'));
  const vault = makeVault(Buffer.alloc(32, 7));
  const person = { number: vault.number(NUMBER) };
  for (let turn = 0; turn < 50; turn++) {
    await store.exchange(request(`SM${turn}`, person), () =>
      decision({
        session: turn % 7 === 0 ? null : vault.seal(JSON.stringify({ open: SAID, turn }), 'session'),
        exchange: vault.seal(writePayload({ input: SAID, answer: ANSWERED, text: ANSWERED }), 'exchange'),
        outgoing: [
          { id: `r${turn}`, kind: 'reply', dueAt: AT, discreet: true },
          {
            id: `a${turn}`,
            kind: 'asked',
            to: { ...vault.number(OTHER), newContactId: 'other' },
            body: vault.seal(ANSWERED, 'message'),
            session: vault.seal(SAID, 'session'),
            dueAt: AT,
            discreet: true,
          },
        ],
        contact: { lang: 'fr', optOut: turn % 2 === 0 ? 'ours' : 'none' },
        feedback: [{ id: `f${turn}`, sheet: 'housing-aid', body: vault.seal(SAID, 'feedback') }],
      }),
    );
  }
  for (const { id } of await store.takeDue(AT, AT + 1, 50)) {
    await store.settle(id, { is: 'sent', providerId: 'SM', at: AT });
  }

  const scan = () => {
    const files = readdirSync(dir);
    const clear = [NUMBER, OTHER, SAID, ANSWERED].flatMap((word) => [
      word,
      ...(word.startsWith('+33') ? [word.slice(1), word.slice(3)] : []),
    ]);
    for (const name of files) {
      const file = readFileSync(join(dir, name));
      for (const word of clear) {
        for (const encoding of ['utf8', 'utf16le'] as const) {
          expect(file.includes(Buffer.from(word, encoding)), `${word} in ${name}`).toBe(false);
        }
        const base64 = Buffer.from(word).toString('base64').slice(0, -4);
        expect(file.includes(base64), `${word} in base64 in ${name}`).toBe(false);
      }
    }
    return files;
  };
  expect(scan()).toContain('relais.db-wal');
  // The scan can find something: what is in clear on purpose is there.
  expect(readFileSync(join(dir, 'relais.db-wal')).includes('housing-aid')).toBe(true);
  await store.close();
  scan();
  rmSync(dir, { recursive: true });
});
