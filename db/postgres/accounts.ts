/** Accounts and invitations. Inside the caller's transaction. */
import type { Accounts, Invitation, NewStaffAccount, StaffAccount } from '../accounts.ts';
import { addSession } from './account-sessions.ts';
import type { Ask } from './connection.ts';
import { note, present } from './organisations.ts';
import { hold } from './people.ts';

type Given<K extends keyof Accounts> = Parameters<Accounts[K]>;

/** Addresses and phones are looked at and taken by one process at a time. */
const held = (ask: Ask) => hold(ask, 'accounts');

export async function addInvitation(ask: Ask, ...[tokenHash, invitation, entry]: Given<'addInvitation'>) {
  const { id, orgId, roles, accountId = null, body, expiresAt } = invitation;
  await ask.run`insert into invitations (id, token_hash, org_id, roles, account_id, body, expires_at)
    values (${id}, ${tokenHash}, ${orgId}, ${roles}, ${accountId}, ${body}, ${expiresAt})`;
  await note(ask, entry);
}

async function invited(
  ask: Ask,
  { tokenHash, orgId, now }: { tokenHash: string | null; orgId: string | null; now: number },
): Promise<Invitation[]> {
  const rows = await ask.rows<object>`select id, org_id as "orgId", roles, account_id as "accountId", body,
    expires_at as "expiresAt" from invitations where expires_at > ${now}
    and (${tokenHash}::text is null or token_hash = ${tokenHash})
    and (${orgId}::text is null or org_id = ${orgId}) order by expires_at`;
  return rows.map((row) => present(row) as Invitation);
}

export const invitation = async (ask: Ask, ...[tokenHash, now]: Given<'invitation'>) =>
  (await invited(ask, { tokenHash, orgId: null, now }))[0];

export const invitations = (ask: Ask, ...[orgId, now]: Given<'invitations'>) =>
  invited(ask, { tokenHash: null, orgId, now });

export async function callBackInvitation(ask: Ask, ...[id, orgId, entry]: Given<'callBackInvitation'>) {
  if ((await ask.run`delete from invitations where id = ${id} and org_id = ${orgId}`) === 0) return false;
  await note(ask, entry);
  return true;
}

export async function accept(ask: Ask, ...[tokenHash, account, session, entry]: Given<'accept'>) {
  await held(ask);
  const found = await invitation(ask, tokenHash, session.at);
  if (found === undefined) return 'gone' as const;
  const { id, body, password, emailHmac } = account;
  if (await heldByOther(ask, id, emailHmac, null)) return 'taken' as const;
  if (found.accountId === undefined) {
    await insert(ask, account);
  } else {
    await ask.run`update accounts set body = ${body}, password = ${password}, email_hmac = ${emailHmac},
      second = null, second_step = 0 where id = ${found.accountId}`;
    await ask.run`delete from account_sessions where account_id = ${found.accountId}`;
  }
  await ask.run`delete from invitations where token_hash = ${tokenHash} or expires_at < ${session.at}`;
  await addSession(ask, session, entry);
  return 'done' as const;
}

async function insert(ask: Ask, account: NewStaffAccount): Promise<void> {
  const { id, orgId, emailHmac, phoneHmac = null, body, password, second = null, roles, demo, at } = account;
  await ask.run`insert into accounts
    (id, org_id, email_hmac, phone_hmac, body, password, second, roles, demo, at)
    values (${id}, ${orgId}, ${emailHmac}, ${phoneHmac}, ${body}, ${password}, ${second}, ${roles}, ${demo}, ${at})`;
}

async function heldByOther(ask: Ask, id: string, email: string | null, phone: string | null) {
  return (
    (await ask.one`select 1 from accounts where id <> ${id}
      and (email_hmac = ${email}::text or phone_hmac = ${phone}::text)`) !== undefined
  );
}

export async function addAccount(ask: Ask, ...[account, entry]: Given<'addAccount'>) {
  await held(ask);
  if (await heldByOther(ask, '', account.emailHmac, account.phoneHmac ?? null)) return false;
  await insert(ask, account);
  await note(ask, entry);
  return true;
}

interface By {
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly id?: string;
  readonly orgId?: string;
}

async function found(ask: Ask, { emails, phones, id, orgId }: By): Promise<readonly StaffAccount[]> {
  const rows = await ask.rows<object>`select id, org_id as "orgId", email_hmac as "emailHmac",
    phone_hmac as "phoneHmac", body, password, pin, second, second_step as "secondStep", roles, active, demo, at
    from accounts where email_hmac = any(${emails ?? []}::text[]) or phone_hmac = any(${phones ?? []}::text[])
    or id = ${id ?? null} or org_id = ${orgId ?? null} order by id`;
  return rows.map((row) => present(row) as StaffAccount);
}

export const accountByEmail = async (ask: Ask, emails: readonly string[]) =>
  (await found(ask, { emails }))[0];
export const accountByPhone = async (ask: Ask, phones: readonly string[]) =>
  (await found(ask, { phones }))[0];
export const account = async (ask: Ask, id: string) => (await found(ask, { id }))[0];
export const accounts = (ask: Ask, orgId: string) => found(ask, { orgId });

export async function changeAccount(ask: Ask, ...[id, change, entry]: Given<'changeAccount'>) {
  const { emailHmac = null, phoneHmac, body = null, password = null, second, pin, roles = null } = change;
  const { active = null } = change;
  await held(ask);
  if (await heldByOther(ask, id, emailHmac, phoneHmac ?? null)) return false;
  const changed = await ask.run`update accounts set email_hmac = coalesce(${emailHmac}, email_hmac),
    phone_hmac = case when ${phoneHmac !== undefined}::boolean then ${phoneHmac ?? null} else phone_hmac end,
    body = coalesce(${body}, body), password = coalesce(${password}, password),
    pin = case when ${pin !== undefined}::boolean then ${pin ?? null} else pin end,
    second = case when ${second !== undefined}::boolean then ${second ?? null} else second end,
    roles = coalesce(${roles}, roles), active = coalesce(${active}, active) where id = ${id}`;
  if (changed === 0) return false;
  if (active === false) await ask.run`delete from account_sessions where account_id = ${id}`;
  await note(ask, entry);
  return true;
}

export const spendStep = async (ask: Ask, ...[id, step]: Given<'spendStep'>) =>
  (await ask.run`update accounts set second_step = ${step} where id = ${id} and second_step < ${step}`) > 0;
