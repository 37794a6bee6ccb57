/** `src/main.ts` but for its atlas: of a few communes, which are at hand in a third of the time. */
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../../src/config.ts';
import { makeLog } from '../../src/log.ts';
import { readLibrary } from '../../src/read-knowledge.ts';
import { start } from '../../src/start.ts';
import { smallGeography } from '../support/small-geography.ts';

const config = readConfig(process.env, Object.keys(texts));
const library = readLibrary(Object.keys(texts), smallGeography());
const service = await start(config, makeLog(config.logLevel), undefined, library);
service.outbox.start();
service.recordings.start();
service.retention.start();
service.blanking.start();
service.places.start();
service.closing.start();
process.stdout.write(`ready: ${service.url}\n`);
process.once('SIGTERM', () => void service.stop().then(() => process.exit(0)));
