/** The commands of copies, as whoever runs the service types them, while it runs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startTest } from '../support/service.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relais-copies-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const phone = '+33639980101';

test('a running service is copied, goes on, and is put back where it was', async () => {
  const env = {
    DATABASE_URL: join(folder, 'relais.db'),
    DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const copy = join(folder, 'copy.db');
  const service = await startTest(env);
  try {
    await service.provider.text(phone, 'g perdu ma carte didentite');
    const made = await run('backup', [copy], '', env);
    expect([made.err, made.code]).toEqual(['', 0]);
    expect(made.out).toContain('1 personnes');
    await service.provider.text(phone, 'menu');
    const other = { ...env, DATA_KEY: Buffer.alloc(32, 8).toString('base64') };
    const refused = await run('restore', [copy], '', other);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('another data key')]);
    const back = await run('restore', [copy], '', env);
    expect([back.err, back.code]).toEqual(['', 0]);
    // The conversation is in the sheet again: 1 is its first part, not the menu's themes.
    service.clock.now += 60_000;
    const [answer] = await service.provider.text(phone, '1');
    expect(answer?.body).toMatch(/^Démarche/);
  } finally {
    await service.stop();
  }
  for (const command of ['backup', 'restore']) expect((await run(command, [], '', env)).code).toBe(2);
});
