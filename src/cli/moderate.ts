/** Testimonies, for those who read them before anybody else may: `npm run moderate`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { v7 } from 'uuid';
import { openStore } from '../../db/open.ts';
import { TESTIMONY_STATES, type TestimonyState } from '../../db/voices.ts';
import { workshopCode } from '../../flows/testimony/workshop.ts';
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../config.ts';
import { RelaisError } from '../errors.ts';
import { makeModeration, type Told } from '../moderation/index.ts';
import { openVault } from '../open-vault.ts';

const USAGE = `Utilisation : npm run moderate -- COMMANDE [--par NOM]

  liste [waiting|approved|refused]  les témoignages, les plus récents d'abord
  lire ID                           tout ce qu'il dit
  son ID FICHIER.wav                garde l'enregistrement dans un fichier
  transcrire ID TEXTE | @FICHIER    écrit ce que dit l'enregistrement
  masquer ID MOT…                   ôte un nom, une rue, un lieu
  approuver ID                      publie, si la personne l'a permis
  refuser ID                        ne publie jamais ; effacé après 30 jours
  journal                           qui a fait quoi
  atelier NOM                       donne un code à un atelier
  ateliers                          les codes donnés

--par NOM dit qui agit, dans le journal : sans lui, le nom de l'utilisateur du système.
`;
const MOST = 200;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { par: { type: 'string' } } });
const [command = 'liste', id = '', ...rest] = positionals;
const by = values.par ?? userInfo().username;
const say = (line: string) => process.stdout.write(`${line}\n`);

const config = readConfig(process.env, Object.keys(texts));
const store = await openStore(config.databaseUrl);
const moderation = makeModeration({ store, vault: openVault(config), clock: Date.now, ids: v7 });

const COMMANDS: Readonly<Record<string, () => Promise<void>>> = {
  liste: async () => {
    const state = TESTIMONY_STATES.find((s) => s === id) as TestimonyState | undefined;
    const all = await moderation.list(state, MOST);
    for (const one of all) say(summary(one));
    say(`${all.length} témoignage${all.length > 1 ? 's' : ''}.`);
  },
  lire: async () => {
    const one = await moderation.read(id);
    say(summary(one));
    if (one.name) say(`Prénom : ${one.name}`);
    say(one.words ?? '(enregistrement : npm run moderate -- son)');
  },
  son: async () => {
    const [file] = rest;
    if (file === undefined) return usage();
    writeFileSync(file, await moderation.audio(id, by), { mode: 0o600 });
    say(`Enregistré dans ${file}. Effacez-le après l'écoute.`);
  },
  transcrire: async () => {
    const [words = ''] = rest;
    const text = words.startsWith('@') ? readFileSync(words.slice(1), 'utf8') : rest.join(' ');
    if (text.trim() === '') return usage();
    await moderation.transcribe(id, by, text.trim());
    say('Écrit.');
  },
  masquer: async () => {
    if (rest.length === 0) return usage();
    say(`${await moderation.blank(id, by, rest)} masqué(s).`);
  },
  approuver: async () => {
    await moderation.approve(id, by);
    say('Approuvé.');
  },
  refuser: async () => {
    await moderation.refuse(id, by);
    say('Refusé.');
  },
  journal: async () => {
    for (const m of await store.moderations(MOST))
      say([new Date(m.at).toISOString(), m.act, m.testimonyId, m.by].join('\t'));
  },
  atelier: async () => {
    const name = [id, ...rest].join(' ').trim();
    if (name === '') return usage();
    const { code } = await store.addWorkshop(name, Date.now(), workshopCode);
    say(`Code de l'atelier « ${name} » : ${code}`);
  },
  ateliers: async () => {
    for (const { code, name } of await store.workshops()) say(`${code}\t${name}`);
  },
};

function summary(t: Told): string {
  const day = new Date(t.at).toISOString().slice(0, 10);
  const kind = t.recordingId === undefined ? 'texte' : t.words ? 'voix, transcrite' : 'voix';
  const who = t.contactId === undefined ? 'sans réponse' : 'accepte une réponse';
  return [t.id, day, t.state, t.theme, kind, `publier : ${t.publish}`, who, t.workshop ?? ''].join('\t');
}

async function usage(): Promise<void> {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}

try {
  await (COMMANDS[command] ?? usage)();
} catch (error) {
  if (!(error instanceof RelaisError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await store.close();
}
