/** The process. */
import { texts } from '../flows/texts/index.ts';
import { readConfig } from './config.ts';
import { RelaisError } from './errors.ts';
import { makeLog } from './log.ts';
import { start } from './start.ts';

try {
  const config = readConfig(process.env, Object.keys(texts));
  const log = makeLog(config.logLevel);
  const service = await start(config, log);
  service.outbox.start();
  service.recordings.start();
  service.retention.start();
  service.blanking.start();
  service.places.start();
  service.corrected.rounds.start();
  service.closing.start();
  service.roster.start();
  service.overdue.start();
  service.reminding.start();
  service.budget.rounds.start();
  service.balance.start();
  service.missed?.start();
  process.stdout.write(
    service.provider
      ? `Relais est prêt : ouvrez ${service.url} (deux téléphones de démonstration, aucun compte nécessaire).\n`
      : `Relais is ready: webhooks under ${service.url}/twilio/.\n`,
  );
  if (service.provider) {
    const { email, password } = await service.accounts.demonstration();
    process.stdout.write(
      `Bureau des médiateurs : ${service.url}/console (${email}, mot de passe ${password}).\n`,
    );
  }
  const stop = () => {
    service.stop().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'stopped badly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  // What stops a start is for the person who starts it: its words, not a stack.
  const known = error instanceof RelaisError || error instanceof Error;
  process.stderr.write(`${known ? error.message : String(error)}\n`);
  process.exit(1);
}
