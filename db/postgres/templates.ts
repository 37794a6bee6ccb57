/** Templates: their rows. Inside the caller's transaction. */
import type { Template } from '../templates.ts';
import type { Ask } from './connection.ts';

export async function addTemplate(
  ask: Ask,
  { id, orgId, author, name, body, shared, at }: Template,
): Promise<void> {
  await ask.run`insert into templates (id, org_id, author, name, body, shared, at)
    values (${id}, ${orgId}, ${author}, ${name}, ${body}, ${shared}, ${at}) on conflict (id) do nothing`;
}

export const templates = (ask: Ask, orgId: string) =>
  ask.rows<Template>`select id, org_id as "orgId", author, name, body, shared, at from templates
    where org_id = ${orgId} or shared order by org_id <> ${orgId}, name collate "C", id`;

export const dropTemplate = async (ask: Ask, id: string, orgId: string): Promise<boolean> =>
  (await ask.run`delete from templates where id = ${id} and org_id = ${orgId}`) > 0;
