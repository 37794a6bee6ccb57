import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Commits, makeCommits } from '../../db/sqlite/commit.ts';

describe('shared commits', () => {
  let dir: string;
  let client: Database.Database;
  let later: (() => void)[];
  let commits: Commits;
  const insert = (n: number) => () => client.prepare('INSERT INTO t VALUES (?)').run(n).changes;
  const rows = () => client.prepare('SELECT n FROM t ORDER BY rowid').pluck().all();
  const turn = () => {
    for (const run of later.splice(0)) run();
  };

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'relais-commit-'));
    client = new Database(join(dir, 'a.db'), { timeout: 1 });
    client.exec('CREATE TABLE t (n INTEGER UNIQUE)');
    later = [];
    commits = makeCommits(client, (run) => later.push(run));
  });
  afterEach(() => {
    client.close();
    rmSync(dir, { recursive: true });
  });

  it('write what waits together, in its order', async () => {
    const all = Promise.all([3, 1, 2].map((n) => commits.run(insert(n))));
    expect([rows(), later.length]).toEqual([[], 1]);
    turn();
    expect(await all).toEqual([1, 1, 1]);
    expect(rows()).toEqual([3, 1, 2]);
  });

  it('resolve nobody before the commit', async () => {
    const inside: boolean[] = [];
    const note = () => inside.push(client.inTransaction);
    const first = commits.run(note).then(note);
    turn();
    await first;
    expect(inside).toEqual([true, false]);
  });

  it('undo one part without the others', async () => {
    const parts = Promise.allSettled([
      commits.run(insert(1)),
      commits.run(insert(1)),
      commits.run(insert(2)),
    ]);
    turn();
    expect((await parts).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(rows()).toEqual([1, 2]);
  });

  it('take more than fits in one transaction in several', async () => {
    const all = Promise.all(Array.from({ length: 150 }, (_, n) => commits.run(insert(n))));
    turn();
    expect(rows()).toHaveLength(64);
    turn();
    turn();
    await all;
    expect([rows().length, later.length]).toEqual([150, 0]);
  });

  it('are tried one by one where the whole transaction was undone, and work again afterwards', async () => {
    const parts = Promise.allSettled([
      commits.run(insert(1)),
      // What SQLite itself does when the disk is full.
      commits.run(() => {
        client.exec('ROLLBACK');
        throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
      }),
      commits.run(insert(2)),
    ]);
    turn();
    expect(await parts).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'unavailable', retryable: true } },
      { status: 'fulfilled' },
    ]);
    expect(rows()).toEqual([1, 2]);
    const after = commits.run(insert(3));
    turn();
    await after;
    expect(rows()).toEqual([1, 2, 3]);
  });

  it('say that another process is writing', async () => {
    const other = new Database(join(dir, 'a.db'));
    other.exec('BEGIN IMMEDIATE');
    const refused = expect(commits.run(insert(1))).rejects.toMatchObject({ code: 'busy', retryable: true });
    turn();
    await refused;
    other.close();
  });

  it('write what waits when they end', async () => {
    const all = Promise.all(Array.from({ length: 100 }, (_, n) => commits.run(insert(n))));
    commits.end();
    await all;
    expect(rows()).toHaveLength(100);
    await expect(commits.run(insert(1))).rejects.toMatchObject({ code: 'closed' });
  });
});
