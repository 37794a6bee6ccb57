/** The service as a provider's account would have it, on a database of the bench. */

import { v7 } from 'uuid';
import type { Store } from '../../../db/store.ts';
import { texts } from '../../../flows/texts/index.ts';
import { type Config, readConfig } from '../../../src/config.ts';
import { makeLog } from '../../../src/log.ts';
import { type Running, start } from '../../../src/start.ts';

export const PUBLIC_URL = 'https://relais.example';
export const TOKEN = 'a-token-of-sixteen-or-more';

export function configOf(databaseUrl: string, port = 0): Config {
  return readConfig(
    {
      ...{
        HOST: '127.0.0.1',
        PORT: String(port),
        DATABASE_URL: databaseUrl,
        LOG_LEVEL: 'silent',
        PUBLIC_URL,
      },
      ...{ DATA_KEY: Buffer.alloc(32, 7).toString('base64'), OPERATOR_NAME: 'Relais' },
      ...{ TWILIO_ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`, TWILIO_AUTH_TOKEN: TOKEN },
      // Nobody listens there: the bench sends nothing but answers.
      ...{ TWILIO_API_URL: 'http://127.0.0.1:9', SMS_SENDER: '+33639980000' },
      ...{ OPERATOR_CONTACT: '01 99 00 00 00', VOICE_NUMBER: '+33199000000' },
    },
    Object.keys(texts),
  );
}

/** With all that a process does beside its answers. */
export async function serve(
  config: Config,
  open?: (databaseUrl: string) => Promise<Store>,
): Promise<Running & { ready(): Promise<void> }> {
  let store: Store | undefined;
  const opened = open && (async (url: string) => (store = await open(url)));
  const service = await start(config, makeLog(config.logLevel), {
    ...{ clock: Date.now, ids: v7 },
    ...(opened ? { open: opened } : {}),
  });
  for (const rounds of [service.outbox, service.recordings, service.retention, service.places])
    rounds.start();
  return { ...service, ready: async () => store?.ready() };
}
