/** Prints what a month would cost, and writes it in the opening kit. Prices are those of the settings, or their defaults. */
import { readFile, writeFile } from 'node:fs/promises';
import { texts } from '../../flows/texts/index.ts';
import { kitTable, withKit } from '../budget/kit.ts';
import { readConfig } from '../config.ts';

const FILE = new URL('../../docs/guides/ouvrir.md', import.meta.url);

const { prices } = readConfig(process.env, Object.keys(texts)).money;
const table = kitTable({
  ...{ segmentOut: prices.segments_out, segmentIn: prices.segments_in },
  minute: prices.call_seconds * 60,
});
process.stdout.write(`${table}\n`);
const next = withKit(await readFile(FILE, 'utf8'), table);
if (next === undefined) {
  process.stderr.write('docs/guides/ouvrir.md: its two comments are missing\n');
  process.exitCode = 1;
} else await writeFile(FILE, next);
