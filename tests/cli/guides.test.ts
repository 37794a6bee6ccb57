/** The guides say what the code does: durations, notices of one text, reasons of a failure; pictures that are light. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { statusOf } from '../../src/guidance/status.ts';
import { KEPT } from '../../src/retention.ts';
import { segments } from '../../src/text/segments.ts';

const GUIDES = fileURLToPath(new URL('../../docs/guides', import.meta.url));
const read = (name: string) => readFileSync(join(GUIDES, name), 'utf8');
const DAY = 86_400_000;
const MOST_BYTES = 150_000;

test('durations are those of the hourly round', () => {
  const page = read('vie-privee.md');
  const days = (ms: number) => `${ms / DAY} jour${ms === DAY ? '' : 's'}`;
  for (const [what, ms] of [
    ['textes, conversations, appels, enregistrements', KEPT.texts],
    ['les textes et conversations d’un sujet discret', KEPT.discreet],
    ['numéro de téléphone', KEPT.contacts],
    ['réponses données dans un vote : leurs copies', KEPT.secret],
    ['journal du bureau', KEPT.journal],
  ] as const)
    expect(page).toContain(`| ${what} | ${days(ms)}`);
  expect(KEPT.erased).toBe(DAY / 24);
});

test('the notices by text are one segment of the cheap alphabet', () => {
  const notices = [...read('vie-privee.md').matchAll(/^> (Relais : .+)$/gm)].map(([, words = '']) => words);
  expect(notices).toHaveLength(2);
  for (const words of notices)
    expect({ words, ...segments(words) }).toMatchObject({ count: 1, encoding: 'GSM-7' });
});

test('what the guide says of a failure is what the desk says', () => {
  const page = read('mediateurs.md');
  const base = { answeredAt: null, heardAt: null, openedAt: null, outcome: null, cancelledAt: null };
  for (const [code, words] of [
    ['30006', 'c’est un téléphone fixe'],
    ['21610', 'ne veut pas de nos SMS'],
    ['30003', 'éteint ou hors réseau'],
    ['21211', 'ce numéro n’existe pas'],
    ['30007', 'l’opérateur a bloqué ce texte'],
    ['timeout', 'le réseau d’envoi n’a pas répondu'],
  ] as const) {
    const text = { state: 'failed', code, dueAt: 0, attempts: 1 };
    expect(statusOf({ ...base, text } as never, 0).said).toContain(words);
    expect(page).toContain(`| ${words} |`);
  }
});

test('pictures are light', () => {
  const pictures = readdirSync(GUIDES).filter((name) => name.endsWith('.png'));
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((name) => statSync(join(GUIDES, name)).size > MOST_BYTES)).toEqual([]);
});
