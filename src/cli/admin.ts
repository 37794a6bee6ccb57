/** Accounts of the desk, from the machine itself: `npm run admin -- first "NAME" ADDRESS`. */
import { v7 } from 'uuid';
import { openStore } from '../../db/open.ts';
import { texts } from '../../flows/texts/index.ts';
import { chance, makeAccounts, ROLE_SAID, ROLES, type Role, rolesOf } from '../accounts/index.ts';
import { readConfig } from '../config.ts';
import { openVault } from '../open-vault.ts';

const USAGE = `Utilisation : npm run admin -- COMMANDE

  first "ASSOCIATION" ADRESSE           crée l'organisation et le lien de son premier administrateur
  organisation "NOM" [DEPARTEMENTS]     crée une organisation : "13,84" ; sans département, "default" la rend
                                        destinataire de ce qu'aucune autre ne couvre
  organisations                         les montre
  invite ADRESSE "ORGANISATION" ROLES   un lien d'invitation ; rôles : ${ROLES.join(',')}
  renew ADRESSE                         un lien qui renouvelle mot de passe et application de codes
  close ADRESSE                         ferme un compte et le sort partout
  open ADRESSE                          le rouvre

Un lien sert une fois, pendant trois jours. Il est montré ici, et nulle part ailleurs.
`;

const [command = '', ...args] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const fail = (line: string): void => {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
};

const config = readConfig(process.env, Object.keys(texts));
const store = await openStore(config.databaseUrl);
const accounts = makeAccounts({
  ...{ store, vault: openVault(config), clock: Date.now, ids: v7, random: chance },
  simulator: config.twilio === undefined,
});
const origin = config.publicUrl ?? `http://${config.host}:${config.port}`;

const COMMANDS: Readonly<Record<string, (...args: string[]) => Promise<void>>> = {
  async first(name, email) {
    if (!name || !isAddress(email)) return fail(USAGE);
    const isDefault = !(await accounts.organisations()).some((one) => one.isDefault);
    const org = await accounts.addOrganisation(name, [], isDefault);
    if (org === undefined) return fail(`Une organisation porte déjà ce nom : ${name}`);
    await link(org.id, email, ['administrator', 'mediator']);
  },
  async organisation(name, departments = '') {
    if (!name) return fail(USAGE);
    const isDefault = departments === 'default';
    const codes = isDefault ? [] : departments.split(/[\s,]+/).filter((code) => code !== '');
    const wrong = codes.filter((code) => !/^(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-8]|98[678])$/.test(code));
    if (wrong.length > 0) return fail(`Pas des départements : ${wrong.join(', ')}`);
    const org = await accounts.addOrganisation(name, codes, isDefault);
    if (org === undefined) return fail(`Une organisation porte déjà ce nom : ${name}`);
    say(`Organisation créée : ${org.name}`);
  },
  async organisations() {
    for (const { name, departments, isDefault } of await accounts.organisations())
      say([name, departments.join(',') || '-', isDefault ? 'par défaut' : ''].join('\t'));
  },
  async invite(email, name, words = 'mediator') {
    const org = (await accounts.organisations()).find((one) => one.name === name);
    const roles = rolesOf(words.split(/[\s,]+/));
    if (!isAddress(email) || roles.length === 0) return fail(USAGE);
    if (org === undefined) return fail(`Aucune organisation de ce nom : ${name ?? ''}`);
    await link(org.id, email, roles);
  },
  async renew(email = '') {
    const id = await accounts.accountId(email);
    if (id === undefined) return fail('Aucun compte à cette adresse.');
    say(`${origin}/console/invitation/${await accounts.renew(undefined, id)}`);
  },
  close: (email = '') => set(email, false),
  open: (email = '') => set(email, true),
};

async function set(email: string, active: boolean): Promise<void> {
  const done = await accounts.setActiveByEmail(email, active);
  if (done) say(active ? 'Compte rouvert.' : 'Compte fermé.');
  else fail('Aucun compte à cette adresse.');
}

async function link(orgId: string, email: string, roles: readonly Role[]): Promise<void> {
  const token = await accounts.invite(undefined, { orgId, email, roles });
  if (token === undefined) return fail('Cette adresse a déjà un compte : renew fait un nouveau lien.');
  say(`Lien pour ${email} (${roles.map((role) => ROLE_SAID[role].name).join(', ')}) :`);
  say(`${origin}/console/invitation/${token}`);
}

function isAddress(email: string | undefined): email is string {
  return email !== undefined && /^\S+@\S+\.\S+$/.test(email);
}

try {
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (run === undefined) fail(USAGE);
  else await run(...args);
} finally {
  await store.close();
}
