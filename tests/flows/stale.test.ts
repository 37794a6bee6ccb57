/** docs/cost.md and docs/dialogues are what the dialogues say today: else this names the command to run. */

import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { readContent } from '../../src/knowledge/read.ts';
import { CONTENT } from '../../src/read-knowledge.ts';
import { questions } from '../../src/walk/cost/questions.ts';
import { costReport } from '../../src/walk/cost/report.ts';
import { dialoguePages } from '../../src/walk/draw/pages.ts';
import { type Survey, survey } from '../../src/walk/survey.ts';
import { walkWorld } from '../../src/walk/world.ts';
import { knowledge as realKnowledge } from '../support/library.ts';

const docs = new URL('../../docs/', import.meta.url);
let all: Survey;

/** Milliseconds. Twenty thousand situations, on a machine that may be busy. */
const LONG = 300_000;

beforeAll(async () => {
  all = survey(walkWorld(await realKnowledge()));
}, LONG);

/** What is written there now, nothing where there is no file. */
function written(name: string): string {
  try {
    return readFileSync(new URL(name, docs), 'utf8');
  } catch {
    return '';
  }
}

test('docs/cost.md is of today', async () => {
  const report = costReport(all, questions(await readContent(CONTENT)));
  expect(written('cost.md') === report, 'docs/cost.md is stale: npm run cost').toBe(true);
});

test('docs/dialogues are of today', () => {
  const pages = dialoguePages(all);
  const stale = Object.keys(pages).filter((name) => written(`dialogues/${name}`) !== pages[name]);
  const left = readdirSync(new URL('dialogues/', docs)).filter((name) => !(name in pages));
  expect(stale, 'docs/dialogues are stale: npm run draw').toEqual([]);
  expect(left, 'dialogues that are no more: delete their pages').toEqual([]);
});
