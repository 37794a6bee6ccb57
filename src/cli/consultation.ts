/** Consultations, for those who organise them: `npm run consultation -- check|open|close|results FILE-OR-SLUG`. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { v7 } from 'uuid';
import { fileOf, openStore } from '../../db/open.ts';
import { worded } from '../../flows/consultations.ts';
import { makeFlows } from '../../flows/index.ts';
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../config.ts';
import { type Desk, makeDesk } from '../consultations/desk.ts';
import { jsonOf } from '../consultations/export.ts';
import { type Draft, readConsultation } from '../consultations/file.ts';
import { refusal } from '../consultations/keyword.ts';
import { fileDeps } from '../consultations/languages.ts';
import { RelaisError } from '../errors.ts';
import { describe } from '../knowledge/problems.ts';
import { openVault } from '../open-vault.ts';
import { mobileOf } from '../phone.ts';
import { readKnowledge } from '../read-knowledge.ts';

const USAGE = `Utilisation : npm run consultation -- COMMANDE

  check FICHIER       dit tout ce qui ne va pas
  open FICHIER        ouvre ; ensuite seuls le titre et les dates peuvent changer (open, de nouveau)
  codes ADRESSE N     écrit les N premiers codes papier, un par ligne
  invite ADRESSE F    envoie une invitation aux numéros du fichier F, un par ligne
  close ADRESSE       ferme : efface pour toujours qui a voté
  results ADRESSE     les résultats en JSON
  answers ADRESSE     les réponses libres d'une consultation fermée, une ligne JSON chacune
  list                toutes les consultations

ADRESSE est le « slug » de la consultation, ou son fichier. Le format : docs/consultations.md
`;

const [command = '', what = '', count = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const fail = (line: string): void => {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
};

const config = readConfig(process.env, Object.keys(texts));

/** What the file says, once nothing is wrong with it; undefined after every problem has been told. */
async function checked(file: string, desk: Desk): Promise<Draft | undefined> {
  const { draft, problems } = readConsultation(file, readFileSync(file, 'utf8'), fileDeps(texts));
  const all = problems.map(describe);
  if (draft) {
    const knowledge = await readKnowledge(Object.keys(texts), config.territories);
    const open = (await desk.list()).filter(({ status, of }) => status === 'open' && of.slug !== draft.slug);
    const world = {
      ...{ flows: makeFlows(knowledge), knowledge, texts, defaultLang: config.defaultLang },
      operator: config.operator,
      fits: { sms: () => true, voice: () => true },
    };
    const why = refusal(
      world,
      draft.keyword,
      open.map(({ of }) => of),
    );
    if (why !== undefined) all.push(`${file}: keyword: ${draft.keyword} cannot be one: ${why}`);
    else if (draft.closes <= Date.now()) all.push(`${file}: closes: it is in the past`);
  }
  for (const problem of all) fail(problem);
  return all.length === 0 ? draft : undefined;
}

/** A slug as it is, or the one in this file. */
function slugOf(given: string): string {
  if (!existsSync(given)) return given;
  return /^slug:\s*['"]?([a-z0-9-]+)/m.exec(readFileSync(given, 'utf8'))?.[1] ?? given;
}

/** Files beside the database that may hold copies of it, made since then. */
function backupsSince(at: number): readonly string[] {
  // Of a server, whoever keeps it knows the copies.
  if (/^postgres/i.test(config.databaseUrl)) return [];
  const file = fileOf(config.databaseUrl);
  if (file === ':memory:') return [];
  const live = new Set([file, `${file}-wal`, `${file}-shm`].map((one) => resolve(one)));
  const folders = [dirname(file), join(dirname(file), 'backups')].filter((folder) => existsSync(folder));
  return folders
    .flatMap((folder) => readdirSync(folder).map((name) => resolve(folder, name)))
    .filter(
      (one) =>
        !live.has(one) && !one.endsWith('.key') && statSync(one).isFile() && statSync(one).mtimeMs >= at,
    );
}

const day = (at: number) => new Date(at).toISOString().slice(0, 10);

async function run(desk: Desk): Promise<void> {
  switch (command) {
    case 'check': {
      if (await checked(what, desk)) say('Rien à redire.');
      return;
    }
    case 'open': {
      const draft = await checked(what, desk);
      if (!draft) return;
      const done = await desk.open(draft);
      if (typeof done === 'object')
        return fail(`${draft.slug} est ouverte : ${done.changed.join(', ')} ne peut plus changer.`);
      const told = { opened: 'ouverte', amended: 'modifiée (titre, dates)', unchanged: 'inchangée' }[done];
      return say(
        `${draft.slug} : ${told}. Mot-clé : ${draft.keyword.toUpperCase()}. /consultations/${draft.slug}`,
      );
    }
    case 'codes': {
      for (const code of await desk.codes(slugOf(what), Number(count))) say(code);
      return;
    }
    case 'invite': {
      const lines = readFileSync(count, 'utf8')
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '');
      const numbers = lines.flatMap(
        (line) => mobileOf(line.replace(/[^\d+]/g, ''), config.territories) ?? [],
      );
      // Which lines, never which numbers: what is printed may be kept.
      if (numbers.length < lines.length)
        return fail(`${lines.length - numbers.length} ligne(s) ne sont pas un mobile : rien n'est envoyé.`);
      return say(`${await desk.invite(slugOf(what), numbers)} invitation(s) partiront dans la journée.`);
    }
    case 'close': {
      const { asked, emptied, openedAt } = await desk.close(slugOf(what));
      say(`Fermée. Qui a voté et la clé du vote sont effacés. ${asked} personne(s) recevront le résultat.`);
      if (!emptied) fail('Le journal de la base est lu par un autre programme : lancez encore la commande.');
      say(
        `Détruisez maintenant toute sauvegarde faite depuis le ${day(openedAt)} : elle permet encore de savoir qui a voté quoi.`,
      );
      for (const file of backupsSince(openedAt)) say(`  à vérifier : ${file}`);
      return;
    }
    case 'results': {
      const result = await desk.result(slugOf(what));
      return result ? say(JSON.stringify(jsonOf(result), null, 2)) : fail(`${what} : inconnue.`);
    }
    case 'answers': {
      for (const answer of await desk.answers(slugOf(what))) say(JSON.stringify(answer));
      return;
    }
    case 'list': {
      for (const { of, status, ballots } of await desk.list())
        say(
          `${of.slug}  ${status}  ${ballots} votes  ${day(of.opens)} - ${day(of.closes - 1)}  ${worded(of.title, 'fr')}`,
        );
      return;
    }
  }
}

const needs = { check: 1, open: 1, codes: 2, invite: 2, close: 1, results: 1, answers: 1, list: 0 }[command];
const missing = needs === undefined || [what, count].slice(0, needs).some((given) => given === '');
if (missing || (command === 'codes' && !/^\d{1,4}$/.test(count))) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const store = await openStore(config.databaseUrl);
  try {
    await run(makeDesk({ store, vault: openVault(config), clock: Date.now, ids: v7, texts }));
  } catch (error) {
    const known = error instanceof RelaisError || (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!known) throw error;
    fail((error as Error).message);
  } finally {
    await store.close();
  }
}
