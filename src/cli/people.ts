/** What is kept of a number, for a mediator whom its holder asks: `npm run people`. The number is typed, never an argument: a shell remembers these. */
import { createInterface } from 'node:readline/promises';
import { openStore } from '../../db/open.ts';
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../config.ts';
import { openVault } from '../open-vault.ts';
import { writtenNumber } from '../phone.ts';

const USAGE = `Utilisation : npm run people -- voir|effacer

  voir      ce qui est gardé d'un numéro, par genre ; jamais ce qui a été dit
  effacer   tout ce qui est gardé d'un numéro, sauf son refus de nos messages

Le numéro se tape ensuite.
`;
const KINDS = {
  texts: 'SMS',
  calls: 'appels',
  recordings: 'enregistrements',
  feedback: 'avis',
  testimonies: 'témoignages',
  guidances: 'messages de médiateurs',
  queued: 'messages à envoyer',
} as const;

const say = (line: string) => process.stdout.write(`${line}\n`);
const [command = ''] = process.argv.slice(2);
if (command !== 'voir' && command !== 'effacer') {
  process.stderr.write(USAGE);
  process.exit(2);
}

const config = readConfig(process.env, Object.keys(texts));
const store = await openStore(config.databaseUrl);
const terminal = createInterface({ input: process.stdin, output: process.stderr });
try {
  const answers = terminal[Symbol.asyncIterator]();
  const asked = async (question: string) => {
    process.stderr.write(question);
    return String((await answers.next()).value ?? '').trim();
  };
  const number = writtenNumber(await asked('Numéro : '));
  if (number === undefined) {
    say("Ce n'est pas un numéro de téléphone.");
    process.exitCode = 1;
  } else {
    const { hmac, older = [] } = openVault(config).number(number);
    const kept = await store.kept([hmac, ...older]);
    if (kept === undefined) say("Rien n'est gardé de ce numéro.");
    else {
      for (const [kind, name] of Object.entries(KINDS)) say(`${kept[kind as keyof typeof KINDS]}\t${name}`);
      if (command === 'effacer') {
        const sure = await asked('Effacer tout, pour toujours ? Tapez oui : ');
        const done = sure === 'oui' && (await store.erase([hmac, ...older], Date.now()));
        say(done ? "C'est effacé. Le numéro part dans les deux heures." : "Rien n'est effacé.");
      }
    }
  }
} finally {
  terminal.close();
  await store.close();
}
