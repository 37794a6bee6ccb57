/** What the desk corrects. Inside the caller's transaction. */
import { sql } from 'drizzle-orm';
import type { ClosureNews, Correction, PlacePhone } from '../corrections.ts';
import type { Orm } from './connection.ts';

export interface CorrectionRows {
  version(): number;
  all(at: number): readonly Correction[];
  put(correction: Correction): void;
  drop(of: Pick<Correction, 'kind' | 'about' | 'part'>): boolean;
  news(news: ClosureNews): void;
  phones(): readonly PlacePhone[];
  addPhone(phone: PlacePhone & { readonly hmac: string }): void;
  dropPhone(id: string): boolean;
}

export function makeCorrectionRows(orm: Orm): CorrectionRows {
  const read = orm.select({ version: sql<number>`version` }).from(sql`correction_changes`).prepare();
  const changed = (rows: number) => {
    if (rows > 0) orm.run(sql`update correction_changes set version = version + 1`);
    return rows > 0;
  };
  const put = ({ kind, about, part, body, author, at, expiresAt }: Correction) =>
    void changed(
      orm.run(sql`insert into corrections (kind, about, part, body, author, at, expires_at)
        values (${kind}, ${about}, ${part}, ${body}, ${author}, ${at}, ${expiresAt})
        on conflict (kind, about, part) do update set body = excluded.body, author = excluded.author,
          at = excluded.at, expires_at = excluded.expires_at`).changes,
    );
  return {
    version: () => read.get()?.version ?? 0,
    all: (at) =>
      orm.all<Correction>(sql`select kind, about, part, body, author, at, expires_at as expiresAt from corrections
        where expires_at > ${at} order by kind, about, part`),
    put,
    drop: ({ kind, about, part }) =>
      changed(
        orm.run(sql`delete from corrections where kind = ${kind} and about = ${about} and part = ${part}`)
          .changes,
      ),
    news(news) {
      if (news.is === 'closed') return put(news.correction);
      changed(orm.run(sql`delete from corrections where kind = 'closure' and about = ${news.place}`).changes);
    },
    phones: () =>
      orm.all<PlacePhone>(
        sql`select id, place, number_enc as number, author, at from place_phones order by id`,
      ),
    addPhone: ({ id, place, hmac, number, author, at }) =>
      void changed(
        orm.run(sql`insert into place_phones (id, place, number_hmac, number_enc, author, at)
          values (${id}, ${place}, ${hmac}, ${Buffer.from(number)}, ${author}, ${at})
          on conflict (number_hmac, place) do nothing`).changes,
      ),
    dropPhone: (id) => changed(orm.run(sql`delete from place_phones where id = ${id}`).changes),
  };
}
