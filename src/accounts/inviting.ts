/** Invitations: a link that works once, shown to who invites and sent by nobody. */
import type { NewStaffAccount } from '../../db/accounts.ts';
import { RelaisError } from '../errors.ts';
import { clean, type Parts } from './parts.ts';
import { hashPassword } from './password.ts';
import { type Role, rolesOf } from './rights.ts';
import { hashOf, tokenOf } from './token.ts';
import { type AccountsDeps, LASTS, type Who } from './types.ts';

export interface Invited {
  readonly id: string;
  readonly email: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
  /** The account is there already: a password and an application are chosen anew. Its name. */
  readonly renews?: string;
  readonly expiresAt: number;
}

/** Who invites: nobody signed in where it is a command on the machine. */
type By = Pick<Who, 'id' | 'org'> | undefined;

export interface Inviting {
  /** The token of the link; undefined where the address has an account. */
  invite(by: By, to: { orgId: string; email: string; roles: readonly Role[] }): Promise<string | undefined>;
  /** The token of a link that renews this account. Throws `not_found`, also for one of another organisation. */
  renew(by: By, accountId: string): Promise<string>;
  /** What a link is about; undefined once used, called back or expired. */
  invitation(token: string): Promise<Invited | undefined>;
  waiting(orgId: string): Promise<readonly Omit<Invited, 'organisation'>[]>;
  callBack(by: Pick<Who, 'id' | 'org'>, id: string): Promise<boolean>;
  /** Uses it: what the browser is to hold, or why not. */
  accept(token: string, chosen: { name: string; password: string }): Promise<Accepted>;
}
export type Accepted = { readonly token: string } | { readonly refused: 'gone' | 'taken' };

interface InvitedBody {
  readonly email: string;
  readonly renews?: string;
}

export function makeInviting(deps: AccountsDeps, parts: Parts): Inviting {
  const { store, clock, ids, random } = deps;
  const give = async (
    by: By,
    orgId: string,
    roles: readonly string[],
    body: InvitedBody,
    accountId?: string,
  ) => {
    const token = tokenOf(random);
    const id = ids();
    await store.addInvitation(
      hashOf(token),
      {
        ...{ id, orgId, roles, body: parts.seal(body), expiresAt: clock() + LASTS.invitation },
        ...(accountId === undefined ? {} : { accountId }),
      },
      parts.line('invited', { ...(by ? { accountId: by.id } : {}), orgId, about: accountId ?? id }),
    );
    return token;
  };
  const find = (token: string) => store.invitation(hashOf(token), clock());

  return {
    async invite(by, { orgId, email, roles }) {
      if ((await parts.byEmail(email)) !== undefined) return undefined;
      return give(by, orgId, rolesOf(roles), { email: clean(email) });
    },
    async renew(by, accountId) {
      const account = await store.account(accountId);
      if (account === undefined || (by && by.org.id !== account.orgId) || account.demo)
        throw new RelaisError('not_found', { detail: 'account' });
      const { email, name } = parts.bodyOf(account);
      return give(by, account.orgId, account.roles, { email, renews: name }, account.id);
    },
    async invitation(token) {
      const found = await find(token);
      if (found === undefined) return undefined;
      const { name } = await parts.organisation(found.orgId);
      const { id, expiresAt, roles } = found;
      const body = parts.open<InvitedBody>(found.body);
      return { id, expiresAt, roles: rolesOf(roles), organisation: name, ...body };
    },
    waiting: async (orgId) =>
      (await store.invitations(orgId, clock())).map(({ id, expiresAt, roles, body }) => ({
        ...{ id, expiresAt, roles: rolesOf(roles) },
        ...parts.open<InvitedBody>(body),
      })),
    callBack: (by, id) =>
      store.callBackInvitation(
        id,
        by.org.id,
        parts.line('invitation_called_back', { accountId: by.id, orgId: by.org.id, about: id }),
      ),
    async accept(token, { name, password }) {
      const found = await find(token);
      if (found === undefined) return { refused: 'gone' };
      const { email } = parts.open<InvitedBody>(found.body);
      const id = found.accountId ?? ids();
      const old = found.accountId === undefined ? undefined : await store.account(found.accountId);
      const account: NewStaffAccount = {
        ...{ id, orgId: found.orgId, roles: found.roles, demo: false, at: clock() },
        emailHmac: parts.emailHmac(email),
        // Who is renewed keeps their phone.
        body: parts.seal({ ...(old ? parts.bodyOf(old) : {}), name: name.trim(), email }),
        password: await hashPassword(password),
      };
      const fresh = parts.session(id, 'setup');
      const line = parts.line('invitation_used', { accountId: id, orgId: found.orgId, about: found.id });
      const done = await store.accept(hashOf(token), account, fresh.session, line);
      return done === 'done' ? { token: fresh.token } : { refused: done };
    },
  };
}
