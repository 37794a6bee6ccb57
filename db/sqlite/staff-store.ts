/** The part of the port that keeps those who work at the desk, over its rows. */
import type { Accounts } from '../accounts.ts';
import type { AccountSessionRows } from './account-sessions.ts';
import type { AccountRows } from './accounts.ts';
import type { Commits } from './commit.ts';
import type { OrganisationRows } from './organisations.ts';

interface Rows {
  readonly orgs: OrganisationRows;
  readonly staff: AccountRows;
  readonly signedIn: AccountSessionRows;
}

export function staffOver(
  { orgs, staff, signedIn }: Rows,
  commits: Commits,
  reads: <T>(work: () => T) => Promise<T>,
): Accounts {
  return {
    addOrganisation: (added, entry) => commits.run(() => orgs.add(added, entry)),
    changeOrganisation: (id, change, entry) => commits.run(() => orgs.change(id, change, entry)),
    organisations: () => reads(() => orgs.all()),
    addInvitation: (hash, added, entry) => commits.run(() => staff.invite(hash, added, entry)),
    invitation: (hash, now) => reads(() => staff.invitation(hash, now)),
    invitations: (orgId, now) => reads(() => staff.invitations(orgId, now)),
    callBackInvitation: (id, orgId, entry) => commits.run(() => staff.callBack(id, orgId, entry)),
    accept: (hash, made, session, entry) => commits.run(() => staff.accept(hash, made, session, entry)),
    addAccount: (added, entry) => commits.run(() => staff.add(added, entry)),
    accountByEmail: (hmacs) => reads(() => staff.byEmail(hmacs)),
    accountByPhone: (hmacs) => reads(() => staff.byPhone(hmacs)),
    account: (id) => reads(() => staff.one(id)),
    accounts: (orgId) => reads(() => staff.all(orgId)),
    changeAccount: (id, change, entry) => commits.run(() => staff.change(id, change, entry)),
    spendStep: (id, step) => commits.run(() => staff.spendStep(id, step)),
    addSession: (session, entry) => commits.run(() => signedIn.add(session, entry)),
    seeSession: (id, now, since) => commits.run(() => signedIn.see(id, now, since)),
    sessionsOf: (accountId, now) => reads(() => signedIn.of(accountId, now)),
    endSession: (id, next, entry) => commits.run(() => signedIn.end(id, next, entry)),
    endSessions: (id, except, entry) => commits.run(() => signedIn.endAll(id, except, entry)),
    countTry: (key, now, since) => commits.run(() => signedIn.countTry(key, now, since)),
    forgetTries: (key) => commits.run(() => signedIn.forgetTries(key)),
    note: (entry) => commits.run(() => orgs.note(entry)),
    journal: (orgId, limit, before) => reads(() => orgs.journal(orgId, limit, before)),
  };
}
