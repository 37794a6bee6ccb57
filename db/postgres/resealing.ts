/** Sealed columns, some rows at a time. Inside the caller's transaction. */
import { type Resealed, SEALED, type SealedColumn } from '../resealing.ts';
import type { Sealed } from '../store.ts';
import type { Ask } from './connection.ts';

/** A question whose names are ours: a column of the list, never anything that came from outside. */
const asked = (...parts: string[]) => parts as unknown as TemplateStringsArray;

const QUESTIONS = new Map(
  SEALED.map((of) => [
    of,
    {
      read: asked(
        `select "${of.key}" as id, "${of.column}" as sealed from ${of.table} where "${of.key}" > `,
        ` order by "${of.key}" limit `,
        ' for update',
      ),
      write: asked(`update ${of.table} set "${of.column}" = `, ` where "${of.key}" = `, ''),
    },
  ]),
);

export async function reseal(
  ask: Ask,
  of: SealedColumn,
  after: string,
  limit: number,
  again: (sealed: Sealed) => Resealed | undefined,
): Promise<{ readonly after: string; readonly changed: number } | undefined> {
  const { read, write } = QUESTIONS.get(of) as { read: TemplateStringsArray; write: TemplateStringsArray };
  const rows = await ask.rows<{ id: string; sealed: Sealed | null }>(read, after, limit);
  let changed = 0;
  for (const row of rows) {
    const made = row.sealed === null || row.sealed.length === 0 ? undefined : again(row.sealed);
    if (made === undefined) continue;
    changed += 1;
    if (made.hmac !== undefined) await moveNumber(ask, row.id, made.hmac);
    await ask.run(write, made.sealed, row.id);
  }
  const last = rows.at(-1);
  return last && { after: last.id, changed };
}

/** A contact and what its number refused are found under the present key. */
async function moveNumber(ask: Ask, contactId: string, hmac: string): Promise<void> {
  await ask.run`update opt_outs set number_hmac = ${hmac}
    where number_hmac = (select number_hmac from contacts where id = ${contactId})
    and not exists (select 1 from opt_outs where number_hmac = ${hmac})`;
  await ask.run`update muted_callers m set number_hmac = ${hmac}
    where number_hmac = (select number_hmac from contacts where id = ${contactId})
    and not exists (select 1 from muted_callers o where o.number_hmac = ${hmac} and o.org_id = m.org_id)`;
  await ask.run`update contacts set number_hmac = ${hmac} where id = ${contactId}`;
  // The ids of a contact and of a place's phone are never alike.
  await ask.run`update place_phones set number_hmac = ${hmac} where id = ${contactId}`;
}
