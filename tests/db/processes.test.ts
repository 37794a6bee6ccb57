import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../db/open.ts';
import { bytes, decision, look, request, text } from './harness.ts';

/** Another process with the store of this file in `store`, and the test's helpers. Resolves with how it ended. */
function elsewhere(file: string, script: string): Promise<{ code: unknown; signal: unknown; out: string }> {
  const module = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  const source = `
    import { openStore } from ${module('../../db/open.ts')};
    import { bytes, decision, request } from ${module('./harness.ts')};
    const store = await openStore(${JSON.stringify(file)});
    ${script}`;
  return new Promise((resolve) => {
    const args = ['--import', 'tsx', '--input-type=module', '--eval', source];
    const cwd = fileURLToPath(new URL('../..', import.meta.url));
    const child = execFile(process.execPath, args, { cwd }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode, signal: child.signalCode, out: stdout + stderr });
    });
  });
}

describe('processes that share a database', () => {
  let dir: string;
  let file: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'relais-processes-'));
    file = join(dir, 'relais.db');
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  it('make it once, and decide once about the same text', { timeout: 60_000 }, async () => {
    const ends = await Promise.all(
      Array.from({ length: 4 }, () =>
        elsewhere(
          file,
          `const all = await Promise.all([1, 2, 3].map((n) => store.exchange(request('SM' + n), () => decision())));
           console.log(all.filter(({ repeated }) => !repeated).length);
           await store.close();`,
        ),
      ),
    );
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    expect(ends.reduce((sum, { out }) => sum + Number(out), 0)).toBe(3);
  });

  it('find what one had answered before it was killed, and nothing of what it had not', {
    timeout: 60_000,
  }, async () => {
    const end = await elsewhere(
      file,
      `await store.exchange(request('SM1'), () => decision({ session: bytes('answered') }));
       await store.exchange(request('SM2'), () => {
         process.kill(process.pid, 'SIGKILL');
         return decision({ session: bytes('never') });
       });`,
    );
    expect(end.signal).toBe('SIGKILL');
    const store = await openStore(file);
    expect(text((await look(store)).session?.data)).toBe('answered');
    const again = await store.exchange(request('SM2'), () => decision({ session: bytes('now') }));
    expect(again.repeated).toBe(false);
    await store.close();
  });
});
