/** The service in a terminal, by text or by call: the same webhooks that a real phone reaches, through the simulator. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { texts } from '../../flows/texts/index.ts';
import { type Config, readConfig } from '../config.ts';
import { makeLog } from '../log.ts';
import { start } from '../start.ts';
import { movingClock } from './terminal/clock.ts';
import { type Options, readOptions, USAGE, UsageError } from './terminal/options.ts';
import { makePhone } from './terminal/phone.ts';
import { makeScreen } from './terminal/screen.ts';
import { toPeople } from './terminal/tell.ts';

/** What a person takes to read and to answer, where the lines come from a file. Milliseconds. */
const PACE = { text: 60_000, key: 10_000 };

/** The configuration of the service, but always a simulator, on a port of its own. */
function configOf(keep: boolean, folder: string): Config {
  const own = {
    ...{ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'silent', PUBLIC_URL: '' },
    ...{ TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', TWILIO_API_URL: '' },
    ...(keep ? {} : { DATABASE_URL: join(folder, 'relais.db'), DATA_KEY: '' }),
  };
  return readConfig({ ...process.env, ...own }, Object.keys(texts));
}

async function talk(options: Options, config: Config): Promise<void> {
  const screen = makeScreen();
  const clock = movingClock();
  const service = await start(config, makeLog(config.logLevel), { clock: clock.now, ids: v7 });
  const { provider, outbox, recordings } = service;
  try {
    if (!provider) throw new Error('a simulator was asked for');
    const work = async () => {
      await provider.settled();
      while ((await outbox.tick()).sent > 0) await provider.settled();
      await recordings.tick();
    };
    const phone = makePhone({
      ...options,
      ...{ provider, work },
      show: screen.show,
      // What is kept is kept at its real time.
      ...(options.keep ? {} : { clock }),
      ...(screen.interactive ? {} : { pace: PACE }),
    });
    if (screen.interactive) for (const rounds of [outbox, recordings]) rounds.start();
    const who = options.from === 'anonymous' ? 'Numéro masqué' : toPeople(options.from);
    screen.show({ text: '', aside: `${who}. ${phone.help}` });
    await phone.begin();
    for await (const line of screen.lines()) {
      if (!(await phone.line(line))) break;
    }
    await phone.end();
  } finally {
    await service.stop();
  }
}

// Whoever reads us may stop reading: that is not a fault.
process.stdout.on('error', () => process.exit(0));
const folder = mkdtempSync(join(tmpdir(), 'relais-talk-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  const options = readOptions(process.argv.slice(2), configOf(false, folder).territories);
  if (options === 'help') process.stdout.write(USAGE);
  else await talk(options, configOf(options.keep, folder));
} catch (error) {
  const usage = error instanceof UsageError;
  const words = error instanceof Error ? error.message : String(error);
  process.stderr.write(usage ? `${words}\n\n${USAGE}` : `${words}\n`);
  process.exitCode = usage ? 2 : 1;
}
