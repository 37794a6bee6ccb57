/** Contacts and their opt-outs. Every function runs inside the caller's transaction. */
import { eq, sql } from 'drizzle-orm';
import type { Contact, SealedNumber } from '../store.ts';
import type { Orm } from './connection.ts';
import { contacts, optOuts } from './schema.ts';

export interface People {
  /** The person of this number, made with `newId` if unknown; `lastAt` is what it was before. */
  meet(number: SealedNumber, newId: string, at: number): Contact;
  /** Notes that the person was heard at `at`, and what was learnt. */
  heard(id: string, at: number, learnt: { readonly lang?: string; readonly zone?: string }): void;
  /** `none` lifts every opt-out; `ours` leaves one of the provider as it is. */
  optOut(hmac: string, by: Contact['optOut'], at: number): void;
}

const slot = sql.placeholder;

/** Prepares the statements once. */
export function makePeople(orm: Orm): People {
  const find = orm
    .select({
      id: contacts.id,
      number: contacts.numberEnc,
      lang: contacts.lang,
      zone: contacts.zone,
      optOut: sql<Contact['optOut']>`coalesce(${optOuts.by}, 'none')`,
      lastAt: contacts.lastAt,
    })
    .from(contacts)
    .leftJoin(optOuts, eq(optOuts.numberHmac, contacts.numberHmac))
    .where(eq(contacts.numberHmac, slot('hmac')))
    .prepare();
  const add = orm
    .insert(contacts)
    .values({
      id: slot('id'),
      numberHmac: slot('hmac'),
      numberEnc: slot('sealed'),
      lastAt: slot('at'),
      createdAt: slot('at'),
    })
    .prepare();
  const rekey = orm
    .update(contacts)
    .set({ numberHmac: sql`${slot('hmac')}`, numberEnc: sql`${slot('sealed')}` })
    .where(eq(contacts.numberHmac, slot('older')))
    .prepare();
  const rekeyOptOut = orm
    .update(optOuts)
    .set({ numberHmac: sql`${slot('hmac')}` })
    .where(eq(optOuts.numberHmac, slot('older')))
    .prepare();
  const heard = orm
    .update(contacts)
    .set({
      // Requests may be committed in another order than they came.
      lastAt: sql`max(${contacts.lastAt}, ${slot('at')})`,
      lang: sql`coalesce(${slot('lang')}, ${contacts.lang})`,
      zone: sql`coalesce(${slot('zone')}, ${contacts.zone})`,
      // Who writes again is there again.
      erasedAt: null,
    })
    .where(eq(contacts.id, slot('id')))
    .prepare();
  const lift = orm
    .delete(optOuts)
    .where(eq(optOuts.numberHmac, slot('hmac')))
    .prepare();
  const refuse = orm
    .insert(optOuts)
    .values({ numberHmac: slot('hmac'), by: slot('by'), at: slot('at') })
    .onConflictDoUpdate({
      target: optOuts.numberHmac,
      set: { by: sql`excluded.by`, at: sql`excluded.at` },
      setWhere: sql`not (${optOuts.by} = 'provider' and excluded.by = 'ours')`,
    })
    .prepare();

  /** A number hashed under an older key takes the current hash; its opt-out too, even where the contact was erased. */
  function moveToCurrentKey({ hmac, sealed, older = [] }: SealedNumber): boolean {
    let moved = false;
    for (const old of older) {
      rekeyOptOut.run({ hmac, older: old });
      orm.run(sql`update muted_callers set number_hmac = ${hmac} where number_hmac = ${old}`);
      if (!moved && rekey.run({ hmac, sealed, older: old }).changes > 0) moved = true;
    }
    return moved;
  }

  return {
    meet(number, newId, at) {
      const known = find.get({ hmac: number.hmac });
      if (known !== undefined) return known;
      if (!moveToCurrentKey(number)) add.run({ id: newId, hmac: number.hmac, sealed: number.sealed, at });
      return find.get({ hmac: number.hmac }) as Contact;
    },
    heard(id, at, { lang, zone }) {
      heard.run({ id, at, lang: lang ?? null, zone: zone ?? null });
    },
    optOut(hmac, by, at) {
      if (by === 'none') lift.run({ hmac });
      else refuse.run({ hmac, by, at });
    },
  };
}
