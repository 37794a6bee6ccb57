/** How well the danger reader reads: recall, false alarms, right first number, by kind and language, and every miss. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadDanger } from '../knowledge/danger/load.ts';
import { type Example, measure } from '../knowledge/danger/measure.ts';

const print = (text: string) => process.stdout.write(`${text}\n`);
const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith('--')) ?? here('tests/eval/danger.jsonl');
const wanted = (example: Example) =>
  args.includes('--held') ? example.held === true : !args.includes('--tuned') || example.held !== true;

const examples = readFileSync(file, 'utf8')
  .split('\n')
  .filter((text) => text.trim() !== '')
  .map((text) => JSON.parse(text) as Example)
  .filter(wanted);
const read = await loadDanger(here('flows/content'), ['fr', 'en']);
const percent = (part: number, all: number) => (all === 0 ? '-' : `${((100 * part) / all).toFixed(1)} %`);

const all = measure(read, examples);
print(`texts ${examples.length}: ${all.dangers} dangers, ${all.others} others`);
print(`recall ${percent(all.found, all.dangers)} (${all.found}/${all.dangers})`);
print(`right kind ${percent(all.kind, all.dangers)}`);
print(`right first number ${percent(all.number, all.dangers)}`);
print(`false alarms ${percent(all.alarms, all.others)} (${all.alarms}/${all.others})`);
for (const by of ['danger', 'lang', 'style'] as const) {
  print(`\n${by.padEnd(16)}texts  found  number  alarms`);
  for (const group of new Set(examples.map((example) => String(example[by])))) {
    const part = measure(
      read,
      examples.filter((example) => String(example[by]) === group),
    );
    const cells = [
      part.dangers + part.others,
      percent(part.found, part.dangers),
      percent(part.number, part.dangers),
    ];
    print([group.padEnd(14), ...cells, percent(part.alarms, part.others)].join('  '));
  }
}
if (!args.includes('--quiet')) for (const miss of all.misses) print(`\n${miss}`);
