/** What an administrator does with accounts of their own organisation, and what everybody does with their own. */
import type { JournalEntry, Organisation, StaffAccount } from '../../db/accounts.ts';
import { RelaisError } from '../errors.ts';
import type { Act } from './acts.ts';
import { clean, type Parts } from './parts.ts';
import { hashPassword } from './password.ts';
import { type Role, rolesOf } from './rights.ts';
import { tokenOf } from './token.ts';
import type { AccountsDeps, Colleague, Note, Who } from './types.ts';

export interface Colleagues {
  colleagues(orgId: string): Promise<readonly Colleague[]>;
  /** Another organisation's account is `not_found`; one's own is `not_allowed`: no desk is left without an administrator. */
  setRoles(by: Who, id: string, roles: readonly Role[]): Promise<void>;
  setActive(by: Who, id: string, active: boolean): Promise<void>;
  /** E.164, or undefined to forget it. False where it is another account's. */
  setPhone(who: Who, phone: string | undefined): Promise<boolean>;
  /** Who has this phone (E.164), where the account is open. */
  byPhone(phone: string): Promise<(Colleague & { readonly orgId: string }) | undefined>;
  note: Note;
  journal(who: Who, limit: number, before?: string): Promise<readonly JournalEntry[]>;

  organisations(): Promise<readonly Organisation[]>;
  /** By a command on the machine; undefined where the name is taken. */
  addOrganisation(
    name: string,
    departments: readonly string[],
    isDefault: boolean,
  ): Promise<Organisation | undefined>;
  /** By a command: closes or opens the account of this address. False where there is none. */
  setActiveByEmail(email: string, active: boolean): Promise<boolean>;
  accountId(email: string): Promise<string | undefined>;
  /** The account of a demonstration, with a new password: made if it is not there. */
  demonstration(): Promise<{ readonly email: string; readonly password: string }>;
}

const DEMO = { email: 'demo@relais.example', organisation: 'Association de démonstration' } as const;
/** Characters of the demonstration's password: 90 bits. */
const DEMO_LENGTH = 15;

export function makeColleagues(deps: AccountsDeps, parts: Parts): Colleagues {
  const { store, vault, clock, ids, random } = deps;
  const theirs = async (by: Who, id: string): Promise<StaffAccount> => {
    const account = await store.account(id);
    if (account?.orgId !== by.org.id) throw new RelaisError('not_found', { detail: 'account' });
    if (id === by.id) throw new RelaisError('not_allowed');
    return account;
  };
  const line = (by: Pick<Who, 'id' | 'org'>, act: Act, about?: string) =>
    parts.line(act, { accountId: by.id, orgId: by.org.id, ...(about === undefined ? {} : { about }) });
  const addOrganisation: Colleagues['addOrganisation'] = async (name, departments, isDefault) => {
    const made = { id: ids(), name: name.trim(), departments, isDefault, at: clock() };
    const added = await store.addOrganisation(made, parts.line('organisation_added', { orgId: made.id }));
    return added ? made : undefined;
  };

  return {
    colleagues: async (orgId) => (await store.accounts(orgId)).map(parts.colleague),
    async setRoles(by, id, roles) {
      await theirs(by, id);
      await store.changeAccount(id, { roles: rolesOf(roles) }, line(by, 'roles_changed', id));
    },
    async setActive(by, id, active) {
      await theirs(by, id);
      await store.changeAccount(id, { active }, line(by, active ? 'account_opened' : 'account_closed', id));
    },
    async setPhone(who, phone) {
      const account = await store.account(who.id);
      if (account === undefined) throw new RelaisError('not_found', { detail: 'account' });
      const { phone: _, ...body } = parts.bodyOf(account);
      const next = phone === undefined ? body : { ...body, phone };
      return store.changeAccount(
        who.id,
        { body: parts.seal(next), phoneHmac: phone === undefined ? null : vault.hashes(`phone:${phone}`)[0] },
        line(who, 'phone_changed'),
      );
    },
    async byPhone(phone) {
      const found = await store.accountByPhone(vault.hashes(`phone:${phone}`));
      return found?.active ? { ...parts.colleague(found), orgId: found.orgId } : undefined;
    },
    note: (who, act, about) => store.note(line(who, act, about)),
    journal: (who, limit, before) => store.journal(who.org.id, limit, before),
    organisations: () => store.organisations(),
    addOrganisation,
    async setActiveByEmail(email, active) {
      const found = await parts.byEmail(email);
      if (found === undefined) return false;
      const act = active ? 'account_opened' : 'account_closed';
      return store.changeAccount(
        found.id,
        { active },
        parts.line(act, { orgId: found.orgId, about: found.id }),
      );
    },
    accountId: async (email) => (await parts.byEmail(email))?.id,
    async demonstration() {
      const password = tokenOf(random).slice(0, DEMO_LENGTH);
      const hashed = await hashPassword(password);
      const email = clean(DEMO.email);
      const found = await parts.byEmail(email);
      if (found !== undefined) {
        await store.changeAccount(found.id, { password: hashed, active: true });
        return { email, password };
      }
      const all = await store.organisations();
      const org =
        all.find(({ name }) => name === DEMO.organisation) ??
        (await addOrganisation(DEMO.organisation, [], !all.some((one) => one.isDefault)));
      const id = ids();
      if (org === undefined) throw new RelaisError('internal', { detail: 'demonstration' });
      await store.addAccount(
        {
          ...{
            id,
            orgId: org.id,
            emailHmac: parts.emailHmac(email),
            password: hashed,
            demo: true,
            at: clock(),
          },
          body: parts.seal({ name: 'Démonstration', email }),
          roles: ['mediator', 'moderator', 'editor', 'administrator'],
        },
        parts.line('account_added', { orgId: org.id, about: id }),
      );
      return { email, password };
    },
  };
}
