/** Organisations, accounts, invitations, sessions of the desk, tries, the journal. */
import { expect, test } from 'vitest';
import type { Invitation, JournalEntry, NewStaffAccount, StaffSession } from '../../db/accounts.ts';
import { AT, bytes, type Harness, MINUTE, text } from './harness.ts';

const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;

export function accountsContract(now: () => Harness): void {
  let lines = 0;
  const entry = (act: string, more: Partial<JournalEntry> = {}): JournalEntry => {
    lines += 1;
    return { id: `j-${String(lines).padStart(9, '0')}`, at: AT, orgId: 'o1', act, ...more };
  };
  const organisation = (id: string, isDefault = false) =>
    now().store.addOrganisation(
      { id, name: `Association ${id}`, departments: ['13', '2A'], isDefault, at: AT },
      entry('organisation_added', { orgId: id }),
    );
  const account = (id: string, more: Partial<NewStaffAccount> = {}): NewStaffAccount => ({
    ...{ id, orgId: 'o1', emailHmac: `mail-${id}`, body: bytes(`body of ${id}`), password: `hash of ${id}` },
    ...{ roles: ['mediator', 'editor'], demo: false, at: AT },
    ...more,
  });
  const session = (id: string, accountId: string, more: Partial<StaffSession> = {}): StaffSession => ({
    ...{ id, accountId, stage: 'full', at: AT, seenAt: AT, expiresAt: AT + 12 * HOUR },
    ...more,
  });
  const invitation = (id: string, more: Partial<Invitation> = {}): Invitation => ({
    ...{ id, orgId: 'o1', roles: ['mediator'], body: bytes('for Sonia'), expiresAt: AT + 48 * HOUR },
    ...more,
  });
  const acts = async (orgId = 'o1') => (await now().store.journal(orgId, 50)).map(({ act }) => act);

  test('an organisation has a name of its own, and one alone is the default', async () => {
    expect(await organisation('o1', true)).toBe(true);
    expect(await organisation('o2', true)).toBe(true);
    expect(await organisation('o1')).toBe(false);
    const { store } = now();
    expect((await store.organisations()).map(({ id, isDefault }) => [id, isDefault])).toEqual([
      ['o1', false],
      ['o2', true],
    ]);
    expect(await store.changeOrganisation('o1', { isDefault: true, departments: ['84'] }, entry('x'))).toBe(
      true,
    );
    expect(await store.organisations()).toMatchObject([
      { id: 'o1', isDefault: true, departments: ['84'] },
      { id: 'o2', isDefault: false },
    ]);
    expect(await store.changeOrganisation('o1', { name: 'Association o2' }, entry('x'))).toBe(false);
    expect(await acts()).toEqual(['x', 'organisation_added']);
  });

  test('an invitation serves once, until it expires or is called back', async () => {
    await organisation('o1');
    const { store } = now();
    await store.addInvitation('t1', invitation('i1'), entry('invited', { about: 'i1' }));
    await store.addInvitation('t2', invitation('i2', { expiresAt: AT + 1 }), entry('invited'));
    await store.addInvitation('t3', invitation('i3'), entry('invited'));
    expect(await store.invitation('t2', AT)).toMatchObject({ id: 'i2', roles: ['mediator'] });
    expect(await store.invitation('t2', AT + 1)).toBeUndefined();
    expect(await store.callBackInvitation('i3', 'o2', entry('called_back'))).toBe(false);
    expect(await store.callBackInvitation('i3', 'o1', entry('called_back'))).toBe(true);
    expect(await store.invitation('t3', AT)).toBeUndefined();
    expect((await store.invitations('o1', AT + 1)).map(({ id }) => id)).toEqual(['i1']);

    expect(await store.accept('t1', account('a1'), session('s1', 'a1'), entry('accepted'))).toBe('done');
    expect(await store.accept('t1', account('a2'), session('s2', 'a2'), entry('accepted'))).toBe('gone');
    expect(await store.accept('t2', account('a2'), session('s2', 'a2', { at: AT + 1 }), entry('y'))).toBe(
      'gone',
    );
    expect((await store.accounts('o1')).map(({ id }) => id)).toEqual(['a1']);
    expect(await store.seeSession('s1', AT, 0)).toMatchObject({ accountId: 'a1', stage: 'full' });
    expect(await acts()).toEqual([
      'accepted',
      'called_back',
      'invited',
      'invited',
      'invited',
      'organisation_added',
    ]);
  });

  test('two who use one invitation at once: one comes in', async () => {
    await organisation('o1');
    const { store } = now();
    await store.addInvitation('t1', invitation('i1'), entry('invited'));
    const both = ['a1', 'a2'].map((id) =>
      store.accept('t1', account(id), session(`s-${id}`, id), entry('accepted')),
    );
    expect((await Promise.all(both)).sort()).toEqual(['done', 'gone']);
    expect(await store.accounts('o1')).toHaveLength(1);
  });

  test('an address that is taken keeps the invitation', async () => {
    await organisation('o1');
    const { store } = now();
    await store.addAccount(account('a1', { emailHmac: 'mail' }), entry('added'));
    expect(await store.addAccount(account('a2', { emailHmac: 'mail' }), entry('added'))).toBe(false);
    await store.addInvitation('t1', invitation('i1'), entry('invited'));
    const again = account('a2', { emailHmac: 'mail' });
    expect(await store.accept('t1', again, session('s', 'a2'), entry('accepted'))).toBe('taken');
    expect(await store.invitation('t1', AT)).toMatchObject({ id: 'i1' });
    expect(await store.seeSession('s', AT, 0)).toBeUndefined();
  });

  test('renewed by an invitation: another password, no second factor, signed out everywhere', async () => {
    await organisation('o1');
    const { store } = now();
    await store.addAccount(account('a1', { second: bytes('secret') }), entry('added'));
    await store.addSession(session('old', 'a1'));
    await store.addInvitation('t1', invitation('i1', { accountId: 'a1' }), entry('invited'));
    const renewed = account('a1', { password: 'new' });
    expect(await store.accept('t1', renewed, session('s', 'a1', { stage: 'setup' }), entry('x'))).toBe(
      'done',
    );
    const found = await store.account('a1');
    expect(found).toMatchObject({ password: 'new', roles: ['mediator', 'editor'], secondStep: 0 });
    expect(found).not.toHaveProperty('second');
    expect(await store.seeSession('old', AT, 0)).toBeUndefined();
    expect(await store.seeSession('s', AT, 0)).toMatchObject({ stage: 'setup' });
  });

  test('an account is found by any of its hashes; what changes, changes alone', async () => {
    await organisation('o1');
    const { store } = now();
    await store.addAccount(account('a1', { phoneHmac: 'phone-1' }), entry('added'));
    await store.addAccount(account('a2'), entry('added'));
    expect(await store.accountByEmail(['other', 'mail-a1'])).toMatchObject({ id: 'a1', active: true });
    expect(await store.accountByPhone(['phone-1'])).toMatchObject({ id: 'a1' });
    expect(await store.accountByPhone(['phone-2'])).toBeUndefined();
    expect(await store.changeAccount('a2', { phoneHmac: 'phone-1' })).toBe(false);
    expect(await store.changeAccount('a1', { phoneHmac: null, body: bytes('other') })).toBe(true);
    expect(await store.changeAccount('a2', { phoneHmac: 'phone-1', second: bytes('s') })).toBe(true);
    const one = await store.account('a1');
    expect(text(one?.body)).toBe('other');
    expect(one).toMatchObject({ password: 'hash of a1', roles: ['mediator', 'editor'] });
    expect(text((await store.account('a2'))?.second)).toBe('s');
    expect(await store.changeAccount('nobody', { roles: [] })).toBe(false);
  });

  test('who is made inactive is signed out', async () => {
    await organisation('o1');
    const { store } = now();
    await store.addAccount(account('a1'), entry('added'));
    await store.addSession(session('s1', 'a1'));
    expect(await store.changeAccount('a1', { active: false }, entry('closed', { about: 'a1' }))).toBe(true);
    expect(await store.seeSession('s1', AT, 0)).toBeUndefined();
    expect((await acts())[0]).toBe('closed');
  });

  test('a step of the second factor serves once, and none before it', async () => {
    await organisation('o1');
    const { store } = now();
    await store.addAccount(account('a1'), entry('added'));
    const both = await Promise.all([store.spendStep('a1', 7), store.spendStep('a1', 7)]);
    expect(both.sort()).toEqual([false, true]);
    expect(await store.spendStep('a1', 6)).toBe(false);
    expect(await store.spendStep('a1', 8)).toBe(true);
  });

  test('a session ends at its hour, or unseen, or by hand', async () => {
    await organisation('o1');
    const { store } = now();
    await store.addAccount(account('a1'), entry('added'));
    await store.addSession(session('s1', 'a1'));
    expect(await store.seeSession('s1', AT + HOUR, AT - HOUR)).toMatchObject({ id: 's1' });
    // Seen an hour ago: what it was seen at has moved.
    expect(await store.seeSession('s1', AT + 2 * HOUR, AT + HOUR - 1)).toMatchObject({ seenAt: AT + HOUR });
    expect(await store.seeSession('s1', AT + 5 * HOUR, AT + 3 * HOUR)).toBeUndefined();
    expect(await store.seeSession('s1', AT + 12 * HOUR, 0)).toBeUndefined();

    await store.endSession('s1', session('s2', 'a1'), entry('changed'));
    expect((await store.sessionsOf('a1', AT)).map(({ id }) => id)).toEqual(['s2']);
    // What was ended elsewhere does not come back as another.
    await store.endSession('s1', session('s3', 'a1'));
    await store.addSession(session('s4', 'a1'));
    await store.addSession(session('s5', 'a1'));
    expect(await store.endSessions('a1', 's4', entry('signed_out'))).toBe(2);
    expect((await store.sessionsOf('a1', AT)).map(({ id }) => id)).toEqual(['s4']);
  });

  test('tries are counted under each key, for a while', async () => {
    const { store } = now();
    const count = (key: string, at: number) => store.countTry(key, at, at - 15 * MINUTE);
    expect(await count('k', AT)).toBe(1);
    expect(await Promise.all([count('k', AT + 1), count('k', AT + 2), count('l', AT + 3)])).toEqual([
      2, 3, 1,
    ]);
    expect(await count('k', AT + 15 * MINUTE + 1)).toBe(2);
    await store.forgetTries('k');
    expect(await count('k', AT + 15 * MINUTE + 2)).toBe(1);
  });

  test('the journal grows; an organisation reads its own; a year later lines go', async () => {
    const { store } = now();
    await store.note(entry('a', { about: 'x', accountId: 'a1' }));
    await store.note(entry('b', { orgId: 'o2' }));
    const last = entry('c', { at: AT + 400 * 24 * HOUR });
    await store.note(last);
    expect(await store.journal('o1', 5)).toMatchObject([
      { act: 'c' },
      { act: 'a', about: 'x', accountId: 'a1' },
    ]);
    expect(await store.journal('o1', 5, last.id)).toMatchObject([{ act: 'a' }]);
    expect(await store.journal('o1', 1)).toMatchObject([{ act: 'c' }]);
    const none = { texts: 0, discreet: 0, contacts: 0, secret: 0, erased: 0 };
    expect(await store.purge({ ...none, journal: AT }, 10)).toBe(0);
    expect(await store.purge({ ...none, journal: AT + 1 }, 10)).toBe(2);
    // Whatever is asked, what is younger than a year by its own newest line stays.
    expect(await store.purge({ ...none, journal: AT + 3 * YEAR }, 10)).toBe(0);
    expect(await acts()).toEqual(['c']);
  });
}
