/** What the desk corrects. Inside the caller's transaction. */
import type { ClosureNews, Correction, PlacePhone } from '../corrections.ts';
import type { Ask } from './connection.ts';

export async function correctionsVersion(ask: Ask): Promise<number> {
  return (await ask.one<{ version: number }>`select version from correction_changes`)?.version ?? 0;
}

/** Its row is locked until the commit: two who change at once come one after the other. */
async function changed(ask: Ask, rows: number): Promise<boolean> {
  if (rows > 0) await ask.run`update correction_changes set version = version + 1`;
  return rows > 0;
}

export function corrections(ask: Ask, at: number): Promise<readonly Correction[]> {
  return ask.rows<Correction>`select kind, about, part, body, author, at, expires_at as "expiresAt" from corrections
    where expires_at > ${at} order by kind collate "C", about collate "C", part collate "C"`;
}

export async function correct(
  ask: Ask,
  { kind, about, part, body, author, at, expiresAt }: Correction,
): Promise<void> {
  const rows = await ask.run`insert into corrections (kind, about, part, body, author, at, expires_at)
    values (${kind}, ${about}, ${part}, ${body}, ${author}, ${at}, ${expiresAt})
    on conflict (kind, about, part) do update set body = excluded.body, author = excluded.author,
      at = excluded.at, expires_at = excluded.expires_at`;
  await changed(ask, rows);
}

export async function uncorrect(
  ask: Ask,
  { kind, about, part }: Pick<Correction, 'kind' | 'about' | 'part'>,
): Promise<boolean> {
  return changed(
    ask,
    await ask.run`delete from corrections where kind = ${kind} and about = ${about} and part = ${part}`,
  );
}

/** What a turn says of its place. */
export async function closureNews(ask: Ask, news: ClosureNews): Promise<void> {
  if (news.is === 'closed') await correct(ask, news.correction);
  else
    await changed(
      ask,
      await ask.run`delete from corrections where kind = 'closure' and about = ${news.place}`,
    );
}

export function placePhones(ask: Ask): Promise<readonly PlacePhone[]> {
  return ask.rows<PlacePhone>`select id, place, number_enc as number, author, at from place_phones
    order by id collate "C"`;
}

export async function addPlacePhone(
  ask: Ask,
  { id, place, hmac, number, author, at }: PlacePhone & { readonly hmac: string },
): Promise<void> {
  const rows = await ask.run`insert into place_phones (id, place, number_hmac, number_enc, author, at)
    values (${id}, ${place}, ${hmac}, ${number}, ${author}, ${at}) on conflict (number_hmac, place) do nothing`;
  await changed(ask, rows);
}

export async function dropPlacePhone(ask: Ask, id: string): Promise<boolean> {
  return changed(ask, await ask.run`delete from place_phones where id = ${id}`);
}
