/** Organisations and the journal. Inside the caller's transaction. */
import type { Accounts, JournalEntry, Organisation } from '../accounts.ts';
import type { Ask } from './connection.ts';
import { hold } from './people.ts';

type Given<K extends keyof Accounts> = Parameters<Accounts[K]>;

/** Names and the default are looked at and changed by one process at a time. */
const held = (ask: Ask) => hold(ask, 'organisations');

export async function note(ask: Ask, entry: JournalEntry | undefined): Promise<void> {
  if (entry === undefined) return;
  const { id, at, accountId = null, orgId = null, act, about = null } = entry;
  await ask.run`insert into journal (id, at, account_id, org_id, act, about)
    values (${id}, ${at}, ${accountId}, ${orgId}, ${act}, ${about})`;
}

async function taken(ask: Ask, name: string, id: string): Promise<boolean> {
  return (await ask.one`select 1 from organisations where name = ${name} and id <> ${id}`) !== undefined;
}

const onlyDefault = (ask: Ask) => ask.run`update organisations set is_default = false where is_default`;

export async function addOrganisation(ask: Ask, ...[added, entry]: Given<'addOrganisation'>) {
  const { id, name, departments, isDefault, at } = added;
  await held(ask);
  if (await taken(ask, name, '')) return false;
  if (isDefault) await onlyDefault(ask);
  await ask.run`insert into organisations (id, name, departments, is_default, at)
    values (${id}, ${name}, ${departments}, ${isDefault}, ${at})`;
  await note(ask, entry);
  return true;
}

export async function changeOrganisation(ask: Ask, ...[id, change, entry]: Given<'changeOrganisation'>) {
  const { name = null, departments = null, isDefault = null } = change;
  await held(ask);
  if (name !== null && (await taken(ask, name, id))) return false;
  if ((await ask.one`select 1 from organisations where id = ${id}`) === undefined) return false;
  if (isDefault) await onlyDefault(ask);
  await ask.run`update organisations set name = coalesce(${name}, name),
    departments = coalesce(${departments}, departments), is_default = coalesce(${isDefault}, is_default)
    where id = ${id}`;
  await note(ask, entry);
  return true;
}

export const organisations = (ask: Ask) =>
  ask.rows<Organisation>`select id, name, departments, is_default as "isDefault", at from organisations
    order by name collate "C"`;

type Line = { [K in keyof JournalEntry]-?: Exclude<JournalEntry[K], undefined> | null };

export async function journal(
  ask: Ask,
  ...[orgId, limit, before]: Given<'journal'>
): Promise<JournalEntry[]> {
  const rows = await ask.rows<Line>`select id, at, account_id as "accountId", org_id as "orgId", act, about
    from journal where org_id = ${orgId} and id < coalesce(${before ?? null}::text, '~')
    order by id desc limit ${limit}`;
  return rows.map((row) => present(row) as unknown as JournalEntry);
}

/** Without what is not there. */
export function present<T extends object>(row: T): Partial<T> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Partial<T>;
}
