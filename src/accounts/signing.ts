/** Signing in and out: a password, then a code, then a session that ends. */
import type { StaffSession } from '../../db/accounts.ts';
import { RelaisError } from '../errors.ts';
import type { Parts } from './parts.ts';
import { hashPassword, isPassword } from './password.ts';
import { rolesOf } from './rights.ts';
import { newSecret, setupOf, stepOf } from './second.ts';
import { hashOf } from './token.ts';
import { type AccountsDeps, LASTS, type Who } from './types.ts';

/** How far this browser has come: `setup` and `second` wait for a code, and may do nothing else. */
export type Seen =
  | { readonly stage: 'full'; readonly who: Who }
  | { readonly stage: 'setup' | 'second'; readonly half: Half };

export interface Half {
  readonly session: StaffSession;
  readonly email: string;
}

export interface Signing {
  /** What the browser is to hold; undefined for a wrong address or password, alike. Throws `too_many`. */
  signIn(email: string, password: string): Promise<string | undefined>;
  /** Who holds this; undefined for what is over. */
  see(token: string | undefined): Promise<Seen | undefined>;
  /** What an application is to scan. `kept` comes back with the code: nothing is written before. */
  setup(half: Half, site: string): Promise<{ image: string; typed: string; kept: string }>;
  /** The same again, where the code was wrong. Throws `bad_request` for one that is not of this account. */
  setupAgain(half: Half, kept: string, site: string): Promise<{ image: string; typed: string; kept: string }>;
  /** The new token of a session that may do all; undefined for a wrong code. Throws `too_many`. */
  confirmSetup(half: Half, kept: string, code: string): Promise<string | undefined>;
  confirmSecond(half: Half, code: string): Promise<string | undefined>;
  signOut(token: string | undefined): Promise<void>;
  /** Ends all its sessions but this one; returns how many. */
  signOutEverywhere(who: Who): Promise<number>;
  sessions(who: Who): Promise<readonly StaffSession[]>;
  /** False for a wrong present password. The other sessions end. Throws `too_many`. */
  changePassword(who: Who, present: string, next: string): Promise<boolean>;
}

interface Kept {
  readonly account: string;
  readonly secret: string;
}

export function makeSigning(deps: AccountsDeps, parts: Parts): Signing {
  const { store, vault, clock, simulator } = deps;
  const readKept = (half: Half, kept: string): string => {
    let read: Kept;
    try {
      read = JSON.parse(vault.open(Buffer.from(kept, 'base64url'), 'second').toString()) as Kept;
    } catch {
      throw new RelaisError('bad_request');
    }
    if (read.account !== half.session.accountId) throw new RelaisError('bad_request');
    return read.secret;
  };
  /** The code is right, and was not used: the half session becomes a whole one under another token. */
  const through = async (half: Half, secret: string, code: string, before: () => Promise<unknown>) => {
    const { accountId } = half.session;
    const tries = await parts.tried(`code:${accountId}`);
    const step = stepOf(secret, code, clock());
    const account = await store.account(accountId);
    if (step === undefined || !account?.active) return undefined;
    await before();
    if (!(await store.spendStep(accountId, step))) return undefined;
    const { token, session } = parts.session(accountId, 'full');
    await store.endSession(
      half.session.id,
      session,
      parts.line('signed_in', { accountId, orgId: account.orgId }),
    );
    await store.forgetTries(tries);
    return token;
  };
  const show = async (half: Half, secret: string, site: string) => ({
    ...(await setupOf(secret, half.email, site)),
    kept: Buffer.from(
      vault.seal(JSON.stringify({ account: half.session.accountId, secret } satisfies Kept), 'second'),
    ).toString('base64url'),
  });

  return {
    async signIn(email, password) {
      const tries = await parts.tried(`password:${parts.emailHmac(email)}`);
      const account = await parts.byEmail(email);
      const is = await isPassword(account?.password, password);
      if (account === undefined) return undefined;
      const of = { accountId: account.id, orgId: account.orgId };
      if (!is || !account.active || (account.demo && !simulator)) {
        await store.note(parts.line('sign_in_refused', of));
        return undefined;
      }
      await store.forgetTries(tries);
      const stage = account.demo ? 'full' : account.second === undefined ? 'setup' : 'second';
      const { token, session } = parts.session(account.id, stage);
      await store.addSession(session, stage === 'full' ? parts.line('signed_in', of) : undefined);
      return token;
    },
    async see(token) {
      if (token === undefined) return undefined;
      const now = clock();
      const session = await store.seeSession(hashOf(token), now, now - LASTS.idle);
      const account = session && (await store.account(session.accountId));
      if (!session || !account?.active || (account.demo && !simulator)) return undefined;
      const body = parts.bodyOf(account);
      if (session.stage !== 'full') return { stage: session.stage, half: { session, email: body.email } };
      const { id, name, departments } = await parts.organisation(account.orgId);
      const who = { ...body, id: account.id, org: { id, name, departments }, session: session.id };
      return { stage: 'full', who: { ...who, roles: rolesOf(account.roles), demo: account.demo } };
    },
    setup: (half, site) => show(half, newSecret(), site),
    setupAgain: async (half, kept, site) => show(half, readKept(half, kept), site),
    async confirmSetup(half, kept, code) {
      const secret = readKept(half, kept);
      const { accountId, stage } = half.session;
      // A second factor that stands is changed by an invitation alone.
      const account = await store.account(accountId);
      if (stage !== 'setup' || !account || account.second !== undefined) throw new RelaisError('not_allowed');
      return through(half, secret, code, () =>
        store.changeAccount(
          accountId,
          { second: parts.sealSecret(secret) },
          parts.line('second_set', { accountId, orgId: account.orgId }),
        ),
      );
    },
    async confirmSecond(half, code) {
      const account = await store.account(half.session.accountId);
      const secret = account && parts.secretOf(account);
      return secret && through(half, secret, code, async () => undefined);
    },
    async signOut(token) {
      const seen = await this.see(token);
      if (token === undefined || seen === undefined) return;
      const accountId = seen.stage === 'full' ? seen.who.id : seen.half.session.accountId;
      const orgId = seen.stage === 'full' ? { orgId: seen.who.org.id } : {};
      await store.endSession(hashOf(token), undefined, parts.line('signed_out', { accountId, ...orgId }));
    },
    signOutEverywhere: (who) =>
      store.endSessions(
        who.id,
        who.session,
        parts.line('signed_out_everywhere', { accountId: who.id, orgId: who.org.id }),
      ),
    sessions: (who) => store.sessionsOf(who.id, clock()),
    async changePassword(who, present, next) {
      const tries = await parts.tried(`password:${parts.emailHmac(who.email)}`);
      const account = await store.account(who.id);
      if (!(await isPassword(account?.password, present))) return false;
      await store.forgetTries(tries);
      const line = parts.line('password_changed', { accountId: who.id, orgId: who.org.id });
      await store.changeAccount(who.id, { password: await hashPassword(next) }, line);
      await store.endSessions(who.id, who.session, { ...line, id: deps.ids(), act: 'signed_out_everywhere' });
      return true;
    },
  };
}
