/** Sealed columns, some rows at a time. Inside the caller's transaction. */
import { sql } from 'drizzle-orm';
import type { Resealed, SealedColumn } from '../resealing.ts';
import type { Sealed } from '../store.ts';
import type { Orm } from './connection.ts';

export function reseal(
  orm: Orm,
  { table, key, column }: SealedColumn,
  after: string,
  limit: number,
  again: (sealed: Sealed) => Resealed | undefined,
): { readonly after: string; readonly changed: number } | undefined {
  const [from, id, held] = [table, key, column].map((name) => sql.identifier(name));
  const rows = orm.all<{
    id: string;
    sealed: Sealed | null;
  }>(sql`select ${id} as id, ${held} as sealed from ${from}
    where ${id} > ${after} order by ${id} limit ${limit}`);
  let changed = 0;
  for (const row of rows) {
    const made = row.sealed === null || row.sealed.length === 0 ? undefined : again(row.sealed);
    if (made === undefined) continue;
    changed += 1;
    if (made.hmac !== undefined) moveNumber(orm, row.id, made.hmac);
    orm.run(sql`update ${from} set ${held} = ${Buffer.from(made.sealed)} where ${id} = ${row.id}`);
  }
  const last = rows.at(-1);
  return last && { after: last.id, changed };
}

/** A contact and what its number refused are found under the present key. */
function moveNumber(orm: Orm, contactId: string, hmac: string): void {
  orm.run(sql`update or replace opt_outs set number_hmac = ${hmac}
    where number_hmac = (select number_hmac from contacts where id = ${contactId})`);
  orm.run(sql`update or replace muted_callers set number_hmac = ${hmac}
    where number_hmac = (select number_hmac from contacts where id = ${contactId})`);
  orm.run(sql`update contacts set number_hmac = ${hmac} where id = ${contactId}`);
  // The ids of a contact and of a place's phone are never alike.
  orm.run(sql`update or ignore place_phones set number_hmac = ${hmac} where id = ${contactId}`);
}
