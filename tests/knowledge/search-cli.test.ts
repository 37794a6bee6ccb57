import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the command prints for this input, and how it ends. */
function run(input: string): Promise<{ lines: string[]; code: number | null; errors: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/search.ts'], { cwd: root });
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (data: string) => {
      out += data;
    });
    child.stderr.setEncoding('utf8').on('data', (data: string) => {
      errors += data;
    });
    child.on('close', (code) => resolve({ lines: out.split('\n').slice(0, -1), code, errors }));
    child.stdin.end(input);
  });
}

test('one question a line gives one JSON line each, empty lines too', async () => {
  const { lines, code, errors } = await run('jai perdu ma carte didentite\n\nquel temps fait-il\r\nr.s.a');
  expect(errors).toBe('');
  expect(code).toBe(0);
  const answers = lines.map((line) => JSON.parse(line));
  expect(answers.map(({ query }) => query)).toEqual([
    'jai perdu ma carte didentite',
    '',
    'quel temps fait-il',
    'r.s.a',
  ]);
  expect(answers[0].hits[0]).toMatchObject({
    sheet: 'carte-identite-perdue',
    fiches: expect.arrayContaining(['F1344']),
  });
  expect(answers[0].hits[0].fiches[0]).toBe('F1344');
  expect(answers[1].hits).toEqual([]);
  expect(answers[2].hits).toEqual([]);
  expect(answers[3].hits[0].sheet).toBe('rsa');
});

test('a large input comes out whole', async () => {
  const { lines, code } = await run('comment demander le rsa\n'.repeat(20_000));
  expect(code).toBe(0);
  expect(lines).toHaveLength(20_000);
});
