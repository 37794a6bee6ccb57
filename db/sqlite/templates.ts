/** Templates: their rows. Inside the caller's transaction. */
import { sql } from 'drizzle-orm';
import type { Template } from '../templates.ts';
import type { Orm } from './connection.ts';

export function makeTemplateRows(orm: Orm) {
  return {
    add({ id, orgId, author, name, body, shared, at }: Template): void {
      orm.run(sql`insert into templates (id, org_id, author, name, body, shared, at)
        values (${id}, ${orgId}, ${author}, ${name}, ${body}, ${shared ? 1 : 0}, ${at}) on conflict (id) do nothing`);
    },
    all: (orgId: string): Template[] =>
      orm
        .all<
          Omit<Template, 'shared'> & { shared: number }
        >(sql`select id, org_id as "orgId", author, name, body, shared, at
          from templates where org_id = ${orgId} or shared = 1 order by org_id <> ${orgId}, name, id`)
        .map((row) => ({ ...row, shared: row.shared === 1 })),
    drop: (id: string, orgId: string): boolean =>
      orm.run(sql`delete from templates where id = ${id} and org_id = ${orgId}`).changes > 0,
  };
}
