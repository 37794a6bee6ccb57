/** One text a line on stdin, one JSON line each: what the danger reader makes of it. */
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { loadDanger } from '../knowledge/danger/load.ts';

const read = await loadDanger(fileURLToPath(new URL('../../flows/content', import.meta.url)), ['fr', 'en']);
for await (const text of createInterface({ input: process.stdin })) {
  if (text.trim() === '') continue;
  const danger = read(text, 'fr');
  const told = { text, danger: danger?.kind ?? null, numbers: danger?.numbers ?? [] };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
