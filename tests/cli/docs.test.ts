/** What the documents name is there: commands, files, links. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts;

/** `src/config.ts`, `tests/flows`; not what stands for any name, nor what only exists once it ran. */
const PATHS = /`((?:flows|src|db|tests|docs)\/[\w./-]+)`/g;
const LINKS = /\]\((?!https?:)([^)#]+)\)/g;
const COMMANDS = /npm (?:run (?:--silent )?([\w:]+)|(start|test)\b)/g;

describe.each([
  ...['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'docs/runbook.md', 'docs/threats.md'],
  ...['mediateurs', 'ouvrir', 'vie-privee'].map((name) => `docs/guides/${name}.md`),
])('%s', (file) => {
  const text = read(file);
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, a, b]) => a ?? b ?? '');

  test('every command exists, and so does what it runs', () => {
    for (const name of all(COMMANDS)) {
      expect(scripts, name).toHaveProperty([name]);
      const run = /^tsx (\S+)/.exec(scripts[name] ?? '')?.[1];
      if (run !== undefined) expect(existsSync(join(root, run)), run).toBe(true);
    }
  });

  test('every path and every link leads somewhere', () => {
    const paths = [...all(PATHS), ...all(LINKS).map((link) => join(dirname(file), link))];
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
