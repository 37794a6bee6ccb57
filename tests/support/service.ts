/** A whole service on a real port, with the simulator as its provider; time stands still until it is told to pass. */
import type { Store } from '../../db/store.ts';
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../../src/config.ts';
import { makeLog } from '../../src/log.ts';
import type { Provider } from '../../src/simulator/provider.ts';
import { type Running, start } from '../../src/start.ts';
import { library } from './library.ts';

/** A winter Thursday, 10:00 in Paris. */
export const MORNING = Date.UTC(2026, 0, 15, 9);

export interface TestService extends Running {
  readonly provider: Provider;
  readonly clock: { now: number };
}

/** UUIDv7-shaped ids that count: two runs are alike. */
export function countingIds(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `01900000-0000-7000-8000-${last.toString(16).padStart(12, '0')}`;
  };
}

/** Starts a service of its own; `stop()` it after. A second one over the same database goes on with the ids of the first. The outbox makes no rounds by itself: call `outbox.tick()`. */
export async function startTest(
  env: Readonly<Record<string, string>> = {},
  ids = countingIds(),
  open?: (databaseUrl: string) => Promise<Store>,
): Promise<TestService> {
  const clock = { now: MORNING };
  const config = readConfig(
    {
      PORT: '0',
      HOST: '127.0.0.1',
      DATABASE_URL: ':memory:',
      DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
      LOG_LEVEL: 'silent',
      OPERATOR_NAME: 'Relais',
      OPERATOR_CONTACT: '01 99 00 00 00',
      ...env,
    },
    Object.keys(texts),
  );
  const clockwork = {
    clock: () => clock.now,
    ids,
    ...(open ? { open } : {}),
    // Receipts and paper codes come of it.
    key: () => Buffer.alloc(32, 9),
  };
  const running = await start(config, makeLog(config.logLevel), clockwork, library());
  if (!running.provider) throw new Error('the tests run against the simulator');
  return { ...running, provider: running.provider, clock };
}
