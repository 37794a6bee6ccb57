/** Organisations and the journal. Inside the caller's transaction. */
import { and, desc, eq, lt, ne } from 'drizzle-orm';
import type { JournalEntry, Organisation } from '../accounts.ts';
import { journal, organisations } from './account-tables.ts';
import type { Orm } from './connection.ts';

export interface OrganisationRows {
  add(organisation: Organisation, entry: JournalEntry): boolean;
  change(
    id: string,
    change: Partial<Pick<Organisation, 'departments' | 'isDefault' | 'name'>>,
    entry: JournalEntry,
  ): boolean;
  all(): Organisation[];
  note(entry: JournalEntry | undefined): void;
  journal(orgId: string, limit: number, before?: string): JournalEntry[];
}

export function makeOrganisationRows(orm: Orm): OrganisationRows {
  const note = (entry: JournalEntry | undefined) => {
    if (entry !== undefined) orm.insert(journal).values(entry).run();
  };
  const taken = (name: string, id: string) =>
    orm
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.name, name), ne(organisations.id, id)))
      .get() !== undefined;
  const onlyDefault = () => orm.update(organisations).set({ isDefault: false }).run();

  return {
    add(organisation, entry) {
      if (taken(organisation.name, '')) return false;
      if (organisation.isDefault) onlyDefault();
      orm.insert(organisations).values(organisation).run();
      note(entry);
      return true;
    },
    change(id, change, entry) {
      if (change.name !== undefined && taken(change.name, id)) return false;
      if (orm.select().from(organisations).where(eq(organisations.id, id)).get() === undefined) return false;
      if (change.isDefault) onlyDefault();
      if (Object.keys(change).length > 0)
        orm.update(organisations).set(change).where(eq(organisations.id, id)).run();
      note(entry);
      return true;
    },
    all: () => orm.select().from(organisations).orderBy(organisations.name).all(),
    note,
    journal: (orgId, limit, before) =>
      orm
        .select()
        .from(journal)
        .where(and(eq(journal.orgId, orgId), before === undefined ? undefined : lt(journal.id, before)))
        .orderBy(desc(journal.id))
        .limit(limit)
        .all()
        .map(({ accountId, orgId: org, about, ...rest }) => ({
          ...rest,
          ...(accountId === null ? {} : { accountId }),
          ...(org === null ? {} : { orgId: org }),
          ...(about === null ? {} : { about }),
        })),
  };
}
