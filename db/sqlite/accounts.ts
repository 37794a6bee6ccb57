/** Accounts and invitations. Inside the caller's transaction. */
import { and, eq, gt, inArray, lt, ne } from 'drizzle-orm';
import type {
  AccountChange,
  Invitation,
  JournalEntry,
  NewStaffAccount,
  StaffAccount,
  StaffSession,
} from '../accounts.ts';
import { accountSessions, accounts, invitations } from './account-tables.ts';
import type { Orm } from './connection.ts';
import type { OrganisationRows } from './organisations.ts';

export interface AccountRows {
  invite(tokenHash: string, invitation: Invitation, entry: JournalEntry): void;
  invitation(tokenHash: string, now: number): Invitation | undefined;
  invitations(orgId: string, now: number): Invitation[];
  callBack(id: string, orgId: string, entry: JournalEntry): boolean;
  accept(
    tokenHash: string,
    account: NewStaffAccount,
    session: StaffSession,
    entry: JournalEntry,
  ): 'done' | 'gone' | 'taken';
  add(account: NewStaffAccount, entry: JournalEntry): boolean;
  byEmail(hmacs: readonly string[]): StaffAccount | undefined;
  byPhone(hmacs: readonly string[]): StaffAccount | undefined;
  one(id: string): StaffAccount | undefined;
  all(orgId: string): StaffAccount[];
  change(id: string, change: AccountChange, entry?: JournalEntry): boolean;
  spendStep(id: string, step: number): boolean;
}

export function makeAccountRows(orm: Orm, { note }: Pick<OrganisationRows, 'note'>): AccountRows {
  const find = (where: Parameters<ReturnType<typeof base>['where']>[0]) => {
    const row = base().where(where).get();
    return row && read(row);
  };
  const base = () => orm.select().from(accounts);
  const heldByOther = (id: string, emailHmac: string | undefined, phoneHmac: string | null | undefined) =>
    (emailHmac !== undefined && find(and(eq(accounts.emailHmac, emailHmac), ne(accounts.id, id)))) ||
    (phoneHmac && find(and(eq(accounts.phoneHmac, phoneHmac), ne(accounts.id, id))));
  const signOut = (id: string) => orm.delete(accountSessions).where(eq(accountSessions.accountId, id)).run();
  const open = (tokenHash: string, now: number) => {
    const at = and(eq(invitations.tokenHash, tokenHash), gt(invitations.expiresAt, now));
    const row = orm.select().from(invitations).where(at).get();
    return row && invited(row);
  };

  return {
    invite(tokenHash, invitation, entry) {
      orm
        .insert(invitations)
        .values({ ...invitation, tokenHash, body: Buffer.from(invitation.body) })
        .run();
      note(entry);
    },
    invitation: open,
    invitations: (orgId, now) =>
      orm
        .select()
        .from(invitations)
        .where(and(eq(invitations.orgId, orgId), gt(invitations.expiresAt, now)))
        .orderBy(invitations.expiresAt)
        .all()
        .map(invited),
    callBack(id, orgId, entry) {
      const its = and(eq(invitations.id, id), eq(invitations.orgId, orgId));
      if (orm.delete(invitations).where(its).run().changes === 0) return false;
      note(entry);
      return true;
    },
    accept(tokenHash, account, session, entry) {
      const found = open(tokenHash, session.at);
      if (found === undefined) return 'gone';
      if (heldByOther(account.id, account.emailHmac, undefined)) return 'taken';
      const { body, password, emailHmac } = account;
      if (found.accountId === undefined) {
        orm.insert(accounts).values(fresh(account)).run();
      } else {
        const renewed = { body: Buffer.from(body), password, emailHmac, second: null, secondStep: 0 };
        orm.update(accounts).set(renewed).where(eq(accounts.id, found.accountId)).run();
        signOut(found.accountId);
      }
      orm.delete(invitations).where(eq(invitations.tokenHash, tokenHash)).run();
      orm.delete(invitations).where(lt(invitations.expiresAt, session.at)).run();
      orm.insert(accountSessions).values(session).run();
      note(entry);
      return 'done';
    },
    add(account, entry) {
      if (heldByOther('', account.emailHmac, account.phoneHmac)) return false;
      orm.insert(accounts).values(fresh(account)).run();
      note(entry);
      return true;
    },
    byEmail: (hmacs) => find(inArray(accounts.emailHmac, [...hmacs])),
    byPhone: (hmacs) => find(inArray(accounts.phoneHmac, [...hmacs])),
    one: (id) => find(eq(accounts.id, id)),
    all: (orgId) => base().where(eq(accounts.orgId, orgId)).orderBy(accounts.id).all().map(read),
    change(id, change, entry) {
      if (heldByOther(id, change.emailHmac, change.phoneHmac)) return false;
      const { body, second, ...rest } = change;
      const row = {
        ...rest,
        ...(body === undefined ? {} : { body: Buffer.from(body) }),
        ...(second === undefined ? {} : { second: second === null ? null : Buffer.from(second) }),
      };
      if (orm.update(accounts).set(row).where(eq(accounts.id, id)).run().changes === 0) return false;
      if (change.active === false) signOut(id);
      note(entry);
      return true;
    },
    spendStep: (id, step) =>
      orm
        .update(accounts)
        .set({ secondStep: step })
        .where(and(eq(accounts.id, id), lt(accounts.secondStep, step)))
        .run().changes > 0,
  };
}

function fresh({ body, second, ...account }: NewStaffAccount): typeof accounts.$inferInsert {
  return {
    ...account,
    body: Buffer.from(body),
    second: second === undefined ? null : Buffer.from(second),
    secondStep: 0,
    active: true,
  };
}

function read({ phoneHmac, second, pin, ...row }: typeof accounts.$inferSelect): StaffAccount {
  return {
    ...row,
    ...(phoneHmac === null ? {} : { phoneHmac }),
    ...(second === null ? {} : { second }),
    ...(pin === null ? {} : { pin }),
  };
}

function invited({ accountId, tokenHash: _, ...row }: typeof invitations.$inferSelect): Invitation {
  return { ...row, ...(accountId === null ? {} : { accountId }) };
}
