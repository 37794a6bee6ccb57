/** From a configuration to a running service, with the simulator where no provider is configured. */
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { v7 } from 'uuid';
import { fileOf, openStore } from '../db/open.ts';
import type { Knowledge } from '../flows/knowledge.ts';
import { texts } from '../flows/texts/index.ts';
import type { Config } from './config.ts';
import { parseKeys, readOrMakeKey } from './data-key.ts';
import { loadDanger } from './knowledge/danger/load.ts';
import { loadKnowledge } from './knowledge/index.ts';
import type { Log } from './log.ts';
import { publicPage } from './pages/public.ts';
import { mobileOf, type Territories } from './phone.ts';
import { type Account, makeService, type Service } from './service.ts';
import { randomIds } from './simulator/ids.ts';
import { makeProvider, type Provider } from './simulator/provider.ts';
import { simulatorRoutes } from './simulator/routes.ts';
import { overHttp } from './simulator/transport.ts';
import { slowly } from './text/numbers.ts';
import { speechOf } from './text/speech/index.ts';
import { makeVault, type Vault } from './vault.ts';

/** Numbers of the simulator: kept for works of fiction by the regulator. */
export const FICTIVE = { sms: '+33639980000', voice: '+33199000000' };

export const CONTENT = fileURLToPath(new URL('../flows/content', import.meta.url));

export interface Running extends Service {
  /** Where it answers, without a trailing slash. */
  readonly url: string;
  readonly knowledge: Knowledge;
  /** Absent where a real provider is configured. */
  readonly provider?: Provider;
  /** Lets what is in flight end, then closes. */
  stop(): Promise<void>;
}

/** What a test sets: time and ids. */
export interface Clockwork {
  readonly clock: () => number;
  /** UUIDv7. */
  readonly ids: () => string;
}

/** Reads what dialogues tell: sheets, bodies, dangers, phone numbers. Refuses a broken library. */
export async function readKnowledge(
  languages: readonly string[],
  territories: Territories,
): Promise<Knowledge> {
  const danger = await loadDanger(CONTENT, languages);
  const told = await loadKnowledge({ contentDir: CONTENT, languages, danger });
  return {
    ...told,
    mobile: (digits) => mobileOf(digits, territories),
    dictate: (number, lang) => slowly(national(number), speechOf(lang)),
  };
}

/** +33 6 12 34 56 78 as one keys it: 06 12 34 56 78. Others as they are. */
function national(number: string): string {
  const digits = /^\+33(\d{9})$/.exec(number)?.[1] ?? /^\+(?:262|590|594|596)(\d{9})$/.exec(number)?.[1];
  return digits === undefined ? number : `0${digits}`.replace(/(\d\d)(?=\d)/g, '$1 ');
}

/** Opens, wires, listens. The outbox makes its rounds by itself only when asked to. */
export async function start(
  config: Config,
  log: Log,
  clockwork: Clockwork = { clock: Date.now, ids: v7 },
): Promise<Running> {
  const knowledge = await readKnowledge(Object.keys(texts), config.territories);
  const store = await openStore(config.databaseUrl);
  const vault = openVault(config);
  const port = config.port === 0 ? await freePort() : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const url = config.publicUrl ?? `http://${host}:${port}`;
  const { account, provider } = config.twilio
    ? { account: { ...config.twilio, unsigned: false } satisfies Account, provider: undefined }
    : simulate(url, `http://${host}:${port}`, clockwork.clock);
  const about = {
    ...config.operator,
    ...(config.voiceNumber === undefined ? {} : { voice: config.voiceNumber }),
  };
  const service = await makeService({
    ...{ config, account, store, vault, knowledge, texts, log },
    ...clockwork,
    publicUrl: url,
    pages: provider
      ? [provider.routes, async (app) => void (await app.register(simulatorRoutes, { provider }))]
      : [publicPage({ ...about, sms: account.sender })],
  });
  await service.app.listen({ host: config.host, port });
  return {
    ...service,
    ...(provider ? { provider } : {}),
    url,
    knowledge,
    stop: async () => {
      await service.outbox.stop();
      await service.recordings.stop();
      await service.retention.stop();
      await service.app.close();
      await store.close();
    },
  };
}

/** A provider of our own, with an account made for this process. */
function simulate(
  publicUrl: string,
  origin: string,
  clock: () => number,
): { account: Account; provider: Provider } {
  const ids = randomIds();
  const account = {
    accountSid: `AC${ids()}`,
    authToken: ids(),
    apiUrl: origin,
    sender: FICTIVE.sms,
    unsigned: true,
  };
  const provider = makeProvider({
    ...account,
    publicUrl,
    numbers: FICTIVE,
    post: overHttp(origin),
    clock,
    ids,
  });
  return { account, provider };
}

/** The vault of this configuration: over its own key, or the simulator's. */
export function openVault(config: Config): Vault {
  return makeVault(config.dataKey === undefined ? keyBeside(config) : parseKeys(config.dataKey));
}

/** The simulator's data key: in a file beside its database. */
function keyBeside(config: Config): Buffer[] {
  const file = fileOf(config.databaseUrl);
  return [readOrMakeKey(join(file === ':memory:' ? 'data' : dirname(file), 'relais.key'))];
}

/** A port that is free now, where a test or the terminal asks for any. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise<void>((done) => server.close(() => done()));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
