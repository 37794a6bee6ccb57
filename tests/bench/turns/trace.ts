/** The statements of each turn of the bench's conversation, as the real service runs them: what the floor runs in its turn. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { connect } from '../../../db/sqlite/connection.ts';
import { migrate } from '../../../db/sqlite/migrate.ts';
import { storeOver } from '../../../db/sqlite/store.ts';
import { openVault } from '../../../src/open-vault.ts';
import { signedWebhook } from '../../../src/simulator/sign.ts';
import { addContacts, contactIdOf, phoneOf, TEXTS } from './people.ts';
import { configOf, PUBLIC_URL, serve, TOKEN } from './serve.ts';

/** A value of a statement: of the exchange at hand, new bytes to seal, an instant from now, or as it is. */
export type Value =
  | { readonly is: 'inbound' | 'contact' | 'session' | 'hmac' | 'new' }
  | { readonly is: 'sealed'; readonly bytes: number }
  | { readonly is: 'instant'; readonly from: number }
  | { readonly is: 'same'; readonly value: string | number | null };

export interface Statement {
  readonly sql: string;
  readonly values: readonly Value[];
}

export interface TracedTurn {
  readonly statements: readonly Statement[];
  /** What was answered, as TwiML. */
  readonly answer: string;
}

/** One turn for each of TEXTS, of somebody whom the service knows. */
export async function traceTurns(): Promise<readonly TracedTurn[]> {
  const folder = mkdtempSync(join(tmpdir(), 'relais-trace-'));
  const seen: { sql: string; params: unknown[] }[] = [];
  const config = configOf(join(folder, 'relais.db'));
  const vault = openVault(config);
  const service = await serve(config, async () => {
    const connection = connect(join(folder, 'relais.db'));
    migrate(connection);
    addContacts(connection.client, vault, { from: 0, to: 1 }, Date.now());
    const logger = { logQuery: (sql: string, params: unknown[]) => void seen.push({ sql, params }) };
    return storeOver({ client: connection.client, orm: drizzle(connection.client, { logger }) });
  });
  try {
    const turns: TracedTurn[] = [];
    // Once before: what only a first turn does is no part of the others.
    for (const [at, text] of [TEXTS[0] as string, ...TEXTS].entries()) {
      seen.length = 0;
      const sid = `SM${String(at).padStart(32, '0')}`;
      const form = { MessageSid: sid, From: phoneOf(0), To: '+33639980000', Body: text };
      const { headers, payload } = signedWebhook(TOKEN, `${PUBLIC_URL}/twilio/sms`, form);
      const { body } = await service.app.inject({ method: 'POST', url: '/twilio/sms', headers, payload });
      // The hand-over is written once the response has gone.
      await service.ready();
      const hmac = vault.hmacNumber(phoneOf(0));
      const statements = seen
        .filter(({ sql }) => !/migrations/.test(sql))
        .map(({ sql, params }) => ({ sql, values: params.map((value) => readValue(value, sid, hmac)) }));
      if (at > 0) turns.push({ statements, answer: body });
    }
    return turns;
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/;

function readValue(value: unknown, sid: string, hmac: string): Value {
  if (value === sid) return { is: 'inbound' };
  if (value === hmac) return { is: 'hmac' };
  if (value === contactIdOf(0)) return { is: 'contact' };
  if (value === `sms:${contactIdOf(0)}`) return { is: 'session' };
  if (value instanceof Uint8Array) return { is: 'sealed', bytes: value.length };
  if (typeof value === 'string' && UUID.test(value)) return { is: 'new' };
  if (typeof value === 'number' && value > 1e12) return { is: 'instant', from: value - Date.now() };
  if (typeof value === 'boolean') return { is: 'same', value: value ? 1 : 0 };
  if (value === null || typeof value === 'string' || typeof value === 'number') return { is: 'same', value };
  throw new Error(`a statement has a value that the floor cannot repeat: ${typeof value}`);
}
