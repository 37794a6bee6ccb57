/** A server of the bench, started and asked from outside. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../src/free-port.ts';
import { load, type Measured, requestsOf } from './load.ts';

export interface Contestant {
  readonly name: string;
  readonly runs: Measured[];
  /** The persons of these ranks say the whole conversation; `keep` false where it only warms up. */
  run(ranks: readonly number[], keep?: boolean): Promise<void>;
  /** Bytes, after a collection. */
  memory(): Promise<{ readonly rss: number; readonly heap: number }>;
  stop(): Promise<void>;
}

export interface Contest {
  readonly name: string;
  readonly what: 'ours' | 'floor' | 'ceiling';
  readonly database: string;
  /** The file of the statements. */
  readonly turns: string;
  /** Where a profile of the whole run is to be written. */
  readonly profile?: string;
}

let marks = 0;

export async function contestant({ name, what, database, turns, profile }: Contest): Promise<Contestant> {
  const port = await freePort();
  const child = fork(
    fileURLToPath(new URL('server.ts', import.meta.url)),
    [what, String(port), database, turns, ...(profile ? [profile] : [])],
    { execArgv: ['--expose-gc', '--import', 'tsx'] },
  );
  await heard(child);
  const runs: Measured[] = [];
  return {
    name,
    runs,
    async run(ranks, keep = true) {
      marks += 1;
      const requests = requestsOf(ranks, 8, `${process.pid.toString(16)}x${marks}x`.padStart(16, '0'));
      const measured = await load(port, requests);
      if (keep) runs.push(measured);
    },
    memory() {
      const answer = heard(child) as Promise<{ rss: number; heap: number }>;
      child.send('memory');
      return answer;
    },
    stop() {
      const ended = new Promise<void>((done) => child.once('exit', () => done()));
      child.disconnect();
      return ended;
    },
  };
}

function heard(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`a server ended with ${code}`)));
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}

/** Medians over the rounds. */
export function medians({ runs }: Contestant): Measured {
  return {
    perSecond: median(runs.map((r) => r.perSecond)),
    p50: median(runs.map((r) => r.p50)),
    p99: median(runs.map((r) => r.p99)),
  };
}
