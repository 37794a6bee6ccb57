/** `npm run fuzz -- [COUNT] [SEED]`: a long campaign, with the memory that it leaves behind. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fuzz, startTarget } from './campaign.ts';

const [count = 100_000, seed = 1] = process.argv.slice(2).map(Number);
const dir = mkdtempSync(join(tmpdir(), 'relais-fuzz-'));
const target = await startTarget(join(dir, 'relais.db'));
const heap = () => {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1024 / 1024);
};
const say = (line: string) => process.stdout.write(`${line}\n`);
const heaps: number[] = [];
const from = process.hrtime.bigint();
const done = await fuzz(target, count, seed, (sent) => {
  if (sent % 10_000 !== 0) return;
  heaps.push(heap());
  say(`${sent}\t${heaps.at(-1)} MB`);
});
const seconds = Number(process.hrtime.bigint() - from) / 1e9;
say(`${done.sent} requests in ${seconds.toFixed(0)} s, seed ${seed}`);
for (const [status, n] of Object.entries(done.byStatus)) say(`${status}\t${n}`);
say(`faults\t${done.faults.length}`);
for (const fault of done.faults.slice(0, 5)) say(fault);
say(`heap after each 10,000, MB\t${heaps.join(' ')}`);
await target.service.stop();
rmSync(dir, { recursive: true });
process.exitCode = done.faults.length > 0 ? 1 : 0;
