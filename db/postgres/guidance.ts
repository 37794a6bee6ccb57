/** Guidances: their rows, and what the desk and the pages ask of them. Inside the caller's transaction. */
import type { Caps, Guidances, GuidanceText, Guided, NewGuidance, StoredGuidance } from '../guidance.ts';
import type { Ask } from './connection.ts';
import { add } from './outbox.ts';
import { hold, meet } from './people.ts';

type Given<K extends keyof Guidances> = Parameters<Guidances[K]>;

const write = (ask: Ask, text: GuidanceText, guidance: string, contactId: string, at: number) =>
  add(ask, { ...text, kind: 'unasked', guidance }, { inboundId: null, at, contactId });

/** Caps are counted by one process at a time: the author's first, then the person's. */
export async function guide(
  ask: Ask,
  guidance: NewGuidance,
  { since, perPerson, perAuthor }: Caps,
): Promise<Guided> {
  const { id, orgId, author, to, codeHmac, body, discreet, at, expiresAt, text } = guidance;
  await hold(ask, author);
  if ((await ask.one`select 1 from guidances where id = ${id}`) !== undefined) return 'taken';
  const byAuthor = await ask.one<{ n: number }>`select count(*) as n from guidances
    where author = ${author} and at >= ${since}`;
  if ((byAuthor?.n ?? 0) >= perAuthor) return 'author_cap';
  await hold(ask, to.hmac);
  const person = await meet(ask, to, to.newContactId, at);
  const texted = await ask.one<{ n: number }>`select count(*) as n from messages
    where contact_id = ${person.id} and kind = 'unasked' and at >= ${since} and state <> 'failed'`;
  if ((texted?.n ?? 0) >= perPerson) return 'person_cap';
  await ask.run`insert into guidances
    (id, org_id, author, contact_id, code_hmac, body, discreet, at, expires_at, message_id)
    values (${id}, ${orgId}, ${author}, ${person.id}, ${codeHmac}, ${body}, ${discreet}, ${at}, ${expiresAt}, ${text.id})`;
  await write(ask, text, id, person.id, at);
  return 'taken';
}

export async function resendGuidance(
  ask: Ask,
  ...[id, { orgId }, { body, text, at, expiresAt }]: Given<'resendGuidance'>
): Promise<boolean> {
  const row = await ask.one<{ contactId: string; messageId: string }>`select contact_id as "contactId",
    message_id as "messageId" from guidances
    where id = ${id} and org_id is not distinct from ${orgId} and cancelled_at is null for update`;
  if (row === undefined) return false;
  const last = await ask.one<{ state: string }>`select state from messages where id = ${row.messageId}`;
  if (last?.state === 'pending' || last?.state === 'sending') return false;
  // The person is to find it again, wherever they had left it.
  await ask.run`update guidances set body = ${body}, message_id = ${text.id}, expires_at = ${expiresAt}, outcome = null,
    tries = 0, taken_at = null, answered_at = null, read_at = null, heard_at = null where id = ${id}`;
  await write(ask, text, id, row.contactId, at);
  return true;
}

export async function cancelGuidance(
  ask: Ask,
  ...[id, { orgId }, at]: Given<'cancelGuidance'>
): Promise<boolean> {
  const row = await ask.one<{ messageId: string }>`select message_id as "messageId" from guidances
    where id = ${id} and org_id is not distinct from ${orgId} for update`;
  if (row === undefined) return false;
  if ((await ask.run`delete from messages where id = ${row.messageId} and state = 'pending'`) === 0)
    return false;
  await ask.run`update guidances set cancelled_at = ${at} where id = ${id}`;
  return true;
}

type Row = Omit<StoredGuidance, 'text'> & {
  readonly [K in keyof NonNullable<StoredGuidance['text']>]: NonNullable<StoredGuidance['text']>[K] | null;
};

const shaped = ({ state, code, dueAt, sentAt, attempts, ...row }: Row): StoredGuidance => ({
  ...row,
  text: state === null ? null : { state, code, dueAt: dueAt ?? 0, sentAt, attempts: attempts ?? 0 },
});

/** Of one organisation, or of none; null leaves a condition out. */
async function stored(
  ask: Ask,
  orgId: string | null,
  {
    id,
    author,
    before,
    limit,
  }: Record<'id' | 'author', string | null> & { before: number | null; limit: number },
): Promise<StoredGuidance[]> {
  const rows = await ask.rows<Row>`select g.id, g.org_id as "orgId", g.author, g.body, g.discreet, g.at,
    g.expires_at as "expiresAt", g.answered_at as "answeredAt", g.read_at as "readAt", g.heard_at as "heardAt",
    g.opened_at as "openedAt", g.cancelled_at as "cancelledAt", g.outcome, c.number_enc as number,
    coalesce(o.by, 'none') as "optOut", m.state, m.code, m.due_at as "dueAt", m.sent_at as "sentAt", m.attempts
    from guidances g join contacts c on c.id = g.contact_id
    left join opt_outs o on o.number_hmac = c.number_hmac left join messages m on m.id = g.message_id
    where g.org_id is not distinct from ${orgId}
    and (${id}::text is null or g.id = ${id}) and (${author}::text is null or g.author = ${author})
    and (${before}::bigint is null or g.at < ${before}) order by g.at desc, g.id desc limit ${limit}`;
  return rows.map(shaped);
}

export const guidances = (
  ask: Ask,
  ...[{ orgId, limit, author, before }]: Given<'guidances'>
): Promise<StoredGuidance[]> =>
  stored(ask, orgId, { id: null, author: author ?? null, before: before ?? null, limit });

export async function guidance(
  ask: Ask,
  ...[id, { orgId }]: Given<'guidance'>
): Promise<StoredGuidance | undefined> {
  return (await stored(ask, orgId, { id, author: null, before: null, limit: 1 }))[0];
}

export const guidanceByCode = (ask: Ask, ...[codeHmacs, at]: Given<'guidanceByCode'>) =>
  ask.one<NonNullable<Awaited<ReturnType<Guidances['guidanceByCode']>>>>`
    select id, body, expires_at as "expiresAt" from guidances
    where code_hmac = any(${codeHmacs}) and expires_at > ${at} and cancelled_at is null limit 1`;

export async function guidanceOpened(ask: Ask, ...[id, at]: Given<'guidanceOpened'>): Promise<void> {
  await ask.run`update guidances set opened_at = ${at} where id = ${id} and opened_at is null`;
}
