/** What signing in, inviting and keeping colleagues share: sealed bodies, look-ups, lines of the journal. */
import type { JournalEntry, StaffAccount, StaffSession, Stage } from '../../db/accounts.ts';
import { RelaisError } from '../errors.ts';
import type { Act } from './acts.ts';
import { rolesOf } from './rights.ts';
import { hashOf, tokenOf } from './token.ts';
import { type AccountsDeps, type Colleague, LASTS, MOST_TRIES, type StaffBody } from './types.ts';

export type Parts = ReturnType<typeof makeParts>;

export function makeParts({ store, vault, clock, ids, random }: AccountsDeps) {
  const emails = (email: string) => vault.hashes(`email:${clean(email)}`);
  return {
    emails,
    emailHmac: (email: string) => emails(email)[0],
    byEmail: (email: string) => store.accountByEmail(emails(email)),
    seal: (body: object) => vault.seal(JSON.stringify(body), 'account'),
    open: <T>(sealed: Uint8Array): T => JSON.parse(vault.open(sealed, 'account').toString()) as T,
    bodyOf: ({ body }: Pick<StaffAccount, 'body'>): StaffBody =>
      JSON.parse(vault.open(body, 'account').toString()) as StaffBody,
    secretOf: ({ second }: StaffAccount): string | undefined =>
      second && vault.open(second, 'second').toString(),
    sealSecret: (secret: string) => vault.seal(secret, 'second'),

    line: (act: Act, of: { accountId?: string; orgId?: string; about?: string }): JournalEntry => ({
      ...{ id: ids(), at: clock(), act },
      ...of,
    }),
    /** A new session and what the browser holds of it. */
    session(accountId: string, stage: Stage): { token: string; session: StaffSession } {
      const token = tokenOf(random);
      const at = clock();
      const expiresAt = at + (stage === 'full' ? LASTS.session : LASTS.half);
      return { token, session: { id: hashOf(token), accountId, stage, at, seenAt: at, expiresAt } };
    },
    /** Counts a try before it is made: those that come at once are counted too. Throws `too_many`. */
    async tried(key: string): Promise<string> {
      const [hashed] = vault.hashes(`tries:${key}`);
      const now = clock();
      if ((await store.countTry(hashed, now, now - LASTS.tries)) > MOST_TRIES)
        throw new RelaisError('too_many');
      return hashed;
    },
    async organisation(id: string) {
      const found = (await store.organisations()).find((one) => one.id === id);
      if (found === undefined) throw new RelaisError('not_found', { detail: `organisation ${id}` });
      return found;
    },
    colleague: (account: StaffAccount): Colleague => ({
      ...(JSON.parse(vault.open(account.body, 'account').toString()) as StaffBody),
      id: account.id,
      roles: rolesOf(account.roles),
      active: account.active,
      ready: account.second !== undefined || account.demo,
    }),
  };
}

/** An address as it is compared. */
export const clean = (email: string): string => email.trim().toLowerCase();
