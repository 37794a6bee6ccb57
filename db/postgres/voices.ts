/** Testimonies, what was done with them, obstacles and workshops. Inside the caller's transaction. */
import type {
  Moderation,
  ModerationEntry,
  NewObstacle,
  NewTestimony,
  ObstacleCount,
  Testimony,
  TestimonyState,
  Workshop,
} from '../voices.ts';
import type { Ask } from './connection.ts';
import { unwanted } from './kept.ts';

/** Who took it back: the journal names nobody. */
const PERSON = 'person';

type Row = { [K in keyof Testimony]-?: Exclude<Testimony[K], undefined> | null };

const read = ({ contactId, workshop, recordingId, ...rest }: Row): Testimony =>
  ({
    ...rest,
    ...(contactId === null ? {} : { contactId }),
    ...(workshop === null ? {} : { workshop }),
    ...(recordingId === null ? {} : { recordingId }),
  }) as Testimony;

export async function add(ask: Ask, told: NewTestimony, contactId: string | null, at: number): Promise<void> {
  const { id, theme, workshop = null, codeHmac, publish, tied, body, recordingId = null } = told;
  await ask.run`insert into testimonies
    (id, contact_id, theme, workshop, code_hmac, publish, state, body, recording_id, at)
    values (${id}, ${tied ? contactId : null}, ${theme}, ${workshop}, ${codeHmac}, ${publish}, 'waiting', ${body},
      ${recordingId}, ${at})`;
}

/** Erases it with its recording. */
export async function withdraw(
  ask: Ask,
  { id, hmacs }: { readonly id: string; readonly hmacs: readonly string[] },
  at: number,
): Promise<void> {
  const row = await ask.one<{ id: string; recordingId: string | null }>`delete from testimonies
    where code_hmac = any(${hmacs}) returning id, recording_id as "recordingId"`;
  if (row === undefined) return;
  await note(ask, { id, testimonyId: row.id, act: 'withdrawn', by: PERSON, at });
  if (row.recordingId !== null) await unwanted(ask, row.recordingId, at);
}

export async function count(ask: Ask, reported: NewObstacle): Promise<void> {
  const { id, service, trouble, department, month, once } = reported;
  await ask.run`insert into obstacles (id, service, trouble, department, month, once)
    values (${id}, ${service}, ${trouble}, ${department}, ${month}, ${once}) on conflict do nothing`;
}

export async function testimonies(
  ask: Ask,
  { state = null, limit }: { readonly state?: TestimonyState | null; readonly limit: number },
): Promise<Testimony[]> {
  const rows =
    await ask.rows<Row>`select id, contact_id as "contactId", theme, workshop, publish, state, body,
    recording_id as "recordingId", at from testimonies where ${state}::text is null or state = ${state}
    order by at desc, id desc limit ${limit}`;
  return rows.map(read);
}

export async function testimony(ask: Ask, id: string): Promise<Testimony | undefined> {
  const row = await ask.one<Row>`select id, contact_id as "contactId", theme, workshop, publish, state, body,
    recording_id as "recordingId", at from testimonies where id = ${id}`;
  return row && read(row);
}

export async function moderate(ask: Ask, { state, body, ...entry }: Moderation): Promise<boolean> {
  const found = await ask.run`update testimonies set state = coalesce(${state ?? null}, state),
    body = coalesce(${body ?? null}, body) where id = ${entry.testimonyId}`;
  if (found === 0) return false;
  await note(ask, entry);
  return true;
}

async function note(ask: Ask, { id, testimonyId, act, by, at }: ModerationEntry): Promise<void> {
  await ask.run`insert into moderations (id, testimony_id, act, by, at)
    values (${id}, ${testimonyId}, ${act}, ${by}, ${at})`;
}

export function moderations(ask: Ask, limit: number): Promise<ModerationEntry[]> {
  return ask.rows`select id, testimony_id as "testimonyId", act, by, at from moderations
    order by at desc, id desc limit ${limit}`;
}

export function obstacles(ask: Ask): Promise<ObstacleCount[]> {
  return ask.rows`select service, trouble, department, month, count(*) as count from obstacles
    group by service, trouble, department, month order by month, department, service, trouble`;
}

export async function addWorkshop(
  ask: Ask,
  name: string,
  at: number,
  codeOf: (n: number) => string,
): Promise<Workshop> {
  // Two that add at once would take the same number.
  await ask.run`lock table workshops in exclusive mode`;
  const row = await ask.one<{ last: number }>`select coalesce(max(number), 0) as last from workshops`;
  const number = (row?.last ?? 0) + 1;
  const added = { code: codeOf(number), name, at };
  await ask.run`insert into workshops (number, code, name, at) values (${number}, ${added.code}, ${name}, ${at})`;
  return added;
}

export function workshops(ask: Ask): Promise<Workshop[]> {
  return ask.rows`select code, name, at from workshops order by number`;
}
