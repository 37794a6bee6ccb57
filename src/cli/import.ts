/** Takes files of places and of communes into the database: `npm run import -- points FILE-OR-URL…`, `communes FILE`, `sessions FILE`. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { v7 } from 'uuid';
import { StoreError } from '../../db/errors.ts';
import { folderBeside, openStore } from '../../db/open.ts';
import { texts } from '../../flows/texts/index.ts';
import { readConfig } from '../config.ts';
import { RelaisError } from '../errors.ts';
import { importCommunes } from '../import/import-communes.ts';
import { importPoints } from '../import/import-points.ts';
import { importSessions } from '../import/import-sessions.ts';
import { ImportError } from '../import/reasons.ts';
import { makeRejects, NO_REJECTS } from '../import/rejects.ts';
import { reportCommunes, reportPoints, reportSessions } from '../import/report.ts';
import { loadGeography } from '../knowledge/geo/index.ts';

const USAGE = `Utilisation :
  npm run import -- points FICHIER-OU-ADRESSE… [--dry-run] [--retirer] [--edition AAAA-MM]
  npm run import -- communes FICHIER [--dry-run]
  npm run import -- sessions FICHIER [--dry-run]

points    lieux de médiation numérique (CSV ou JSON), liste France Services (CSV),
          Annuaire de l’administration (JSON), data·inclusion (JSON : structures et services ensemble)
communes  codes postaux de La Poste (CSV)
sessions  permanences et ateliers (CSV) : theme, lieu, adresse, code_postal, commune, date, debut, fin,
          et au besoin jours, jusquau, places, niveau, telephone, latitude, longitude, id
--dry-run dit ce qui changerait et n’écrit rien
--retirer accepte qu’un fichier retire plus de la moitié des lieux de sa source
--edition dit de quand datent des lieux, si ni leur fichier ni son nom ne le disent
`;

const asked = readArgs(process.argv.slice(2));
const edition = asked?.edition === undefined ? undefined : dayOf(asked.edition);
const [what = '', ...files] = asked?.words ?? [];
const known = what === 'points' || (['communes', 'sessions'].includes(what) && files.length === 1);
if (!asked || !known || files.length === 0 || Number.isNaN(edition)) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  try {
    await run(asked.dryRun, asked.retire);
  } catch (error) {
    const told = [ImportError, StoreError, RelaisError].some((kind) => error instanceof kind);
    if (!told) throw error;
    process.stderr.write(`\n${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

async function run(dryRun: boolean, retire: boolean): Promise<void> {
  const config = readConfig(process.env, Object.keys(texts));
  const store = await openStore(config.databaseUrl);
  const deps = { store, now: Date.now(), clock: () => performance.now(), pause: (ms: number) => pause(ms) };
  try {
    if (what === 'communes') {
      const [file = ''] = files;
      const onProgress = (written: number, of: number) => progress(`écriture : ${written} sur ${of}`);
      process.stdout.write(
        reportCommunes(file, await importCommunes(file, { dryRun }, { ...deps, onProgress }), dryRun),
      );
      return;
    }
    const day = new Date().toISOString().slice(0, 19).replaceAll(':', '');
    const rejects = dryRun
      ? NO_REJECTS
      : makeRejects(join(folderBeside(config.databaseUrl), `rejets-${day}.csv`));
    const geography = await loadGeography();
    const all = { ...deps, geography, rejects, ids: v7, progress };
    if (what === 'sessions') {
      const [file = ''] = files;
      process.stdout.write(reportSessions(file, await importSessions(file, { dryRun }, all), dryRun));
      return;
    }
    const dated = edition === undefined ? {} : { edition };
    const done = await importPoints(files, { dryRun, retire, ...dated }, all);
    process.stdout.write(reportPoints(done, dryRun));
  } finally {
    await store.close();
  }
}

interface Args {
  readonly words: readonly string[];
  readonly dryRun: boolean;
  readonly retire: boolean;
  readonly edition?: string;
}

/** Undefined for an option that nobody knows. */
function readArgs(args: string[]): Args | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        retirer: { type: 'boolean', default: false },
        edition: { type: 'string' },
      },
    });
    const { 'dry-run': dryRun, retirer: retire, edition } = values;
    return { words: positionals, dryRun, retire, ...(edition === undefined ? {} : { edition }) };
  } catch {
    return undefined;
  }
}

/** Its first instant; NaN where it is no month or day. */
function dayOf(text: string): number {
  return /^20\d\d-\d\d(-\d\d)?$/.test(text) ? Date.parse(text) : Number.NaN;
}

/** One line that is written over in a terminal, a line each elsewhere. */
function progress(text: string): void {
  process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
}
