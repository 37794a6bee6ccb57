/**
 * How long a question takes over a library of 3,000 sheets, beside a plain query of an index library on the same texts.
 * `npx tsx tests/bench/search.bench.ts [sheets]`. It prints and asserts nothing: times belong to a machine.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import MiniSearch from 'minisearch';
import { readBodies } from '../../src/knowledge/bodies.ts';
import { readContent } from '../../src/knowledge/read.ts';
import { evaluate, readQuestions } from '../../src/knowledge/search/evaluation.ts';
import { buildSearch } from '../../src/knowledge/search/index.ts';
import { readLexicon } from '../../src/knowledge/search/lexicon.ts';
import { type Library, readSheets } from '../../src/knowledge/sheets.ts';
import { defaultWords, type SheetWords } from '../../src/knowledge/words.ts';
import { enlarge } from './enlarge.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const print = (text: string) => process.stdout.write(`${text}\n`);

const size = Number(process.argv[2] ?? 3000);
const files = await readContent(at('../../flows/content'));
const wordsOf = () => defaultWords.fr as SheetWords;
const { bodies } = readBodies(files, ['fr', 'en'], wordsOf);
const { library: real } = readSheets({ files, bodies, wordsOf });
const { lexicon } = readLexicon(files);
const questions = readQuestions(await readFile(at('../eval/questions.jsonl'), 'utf8'));
const library = enlarge(real, size);

const before = performance.now();
const search = buildSearch(library, lexicon);
print(`${library.size} sheets, indexed in ${(performance.now() - before).toFixed(0)} ms`);

const floor = plain(library);
// One after the other, so that none pays for what another threw away.
const ours = timesOf((q) => search(q, 'fr'));
const exact = timesOf((q) => floor.search(q));
const forgiving = timesOf((q) => floor.search(q, { prefix: true, fuzzy: 0.2 }));
print(`ours                     ${shape(ours)}`);
print(`index library            ${shape(exact)}`);
print(`index library, forgiving ${shape(forgiving)}`);
print(
  `ratio of the medians     ${(at50(ours) / at50(exact)).toFixed(2)} to its plain query, ` +
    `${(at50(ours) / at50(forgiving)).toFixed(2)} to its forgiving one`,
);

const { total } = evaluate(
  questions.filter(({ until }) => until === undefined),
  search,
  performance.now.bind(performance),
);
const share = (count: number, of: number) => `${((100 * count) / of).toFixed(1)} %`;
print(
  `among so many: recall@1 ${share(total.recall1, total.answerable)}, recall@3 ${share(total.recall3, total.answerable)}, ` +
    `wrong ${share(total.wrong, total.unanswerable)}`,
);

/** The same texts in an index library, as one would begin. */
function plain(sheets: Library): MiniSearch {
  const index = new MiniSearch({ fields: ['title', 'words', 'short'] });
  index.addAll(
    [...sheets].map(([id, byLang]) => {
      const all = [...byLang.values()];
      return {
        id,
        title: all.map(({ sheet }) => sheet.title.text).join(' '),
        words: all.flatMap(({ words }) => words).join(' '),
        short: all
          .flatMap(({ sheet }) => sheet.parts.short ?? [])
          .map(({ text }) => text)
          .join(' '),
      };
    }),
  );
  return index;
}

/** Every question three times, after one round to warm up. */
function timesOf(act: (q: string) => unknown): number[] {
  const times: number[] = [];
  for (let round = 0; round < 4; round++) {
    for (const { q } of questions) {
      const start = performance.now();
      act(q);
      if (round > 0) times.push(performance.now() - start);
    }
  }
  return times;
}

function shape(all: number[]): string {
  return `median ${at50(all).toFixed(3)} ms, 95 % under ${quantile(all, 0.95).toFixed(3)} ms, worst ${quantile(all, 1).toFixed(3)} ms`;
}

function at50(all: number[]): number {
  return quantile(all, 0.5);
}

function quantile(all: number[], share: number): number {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
