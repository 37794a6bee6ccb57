/** Sends fuzzed webhooks to a real service, one after the other, and counts what comes back. */
import fc from 'fast-check';
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../../src/config.ts';
import { makeLog } from '../../src/log.ts';
import { type Running, start } from '../../src/start.ts';
import { anyRequest } from './webhooks.ts';

export interface Counted {
  readonly sent: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Status 500 and above, or an error in the log: what the person would have heard an apology for. */
  readonly faults: readonly string[];
}

export interface Target {
  readonly service: Running;
  readonly errors: string[];
}

/** A simulator, which takes unsigned requests: every one of them reaches the code behind the signature. */
export async function startTarget(databaseUrl: string): Promise<Target> {
  const errors: string[] = [];
  const log = makeLog('error', { write: (line: string) => void errors.push(line) });
  const config = readConfig(
    {
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: databaseUrl,
      DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
      LOG_LEVEL: 'error',
    },
    Object.keys(texts),
  );
  return { service: await start(config, log), errors };
}

/** `seed` makes a campaign that can be run again. */
export async function fuzz(
  { service, errors }: Target,
  count: number,
  seed: number,
  each: (sent: number) => void = () => undefined,
): Promise<Counted> {
  const byStatus: Record<string, number> = {};
  const faults: string[] = [];
  let sent = 0;
  // In batches: the generator holds what it made.
  for (let batch = 0; sent < count; batch += 1) {
    for (const request of fc.sample(anyRequest, {
      numRuns: Math.min(500, count - sent),
      seed: seed + batch,
    })) {
      const before = errors.length;
      const answer = await service.app.inject(request);
      byStatus[answer.statusCode] = (byStatus[answer.statusCode] ?? 0) + 1;
      sent += 1;
      if (answer.statusCode >= 500 || errors.length > before) {
        faults.push(
          `${request.method} ${request.url} ${request.payload.toString('base64')}: ${errors.at(-1)}`,
        );
      }
    }
    each(sent);
  }
  return { sent, byStatus, faults };
}
