import { describe, expect, it } from 'vitest';
import type { NewCallback, Next } from '../../db/callbacks.ts';
import type { Store } from '../../db/store.ts';
import { AT, bytes, decision, type Harness, look, MINUTE, number, request, text } from './harness.ts';

const DAY = 86_400_000;
const A = { orgId: 'a' };
const B = { orgId: 'b' };
let entries = 0;
const entry = (act = 'callback_claimed') => {
  entries += 1;
  return { id: `e${entries}`, at: AT + 5, accountId: 'sonia', orgId: 'a', act };
};
const wanted = (id: string, more: Partial<NewCallback> = {}): NewCallback => ({
  ...{ id, orgId: 'a', body: bytes(`body of ${id}`), deadline: AT + DAY, zone: 'Europe/Paris' },
  ...{ urgent: false, discreet: false },
  ...more,
});
const words = (id: string) => ({
  ...{ id, body: bytes(`text of ${id}`), dueAt: AT, expiresAt: AT + DAY, quiet: true },
});
const again = (id: string): Next => ({ deadline: AT + 2 * DAY, text: words(id) });

/** One person asks. */
async function asks(
  store: Store,
  who: string,
  id: string,
  more: Partial<NewCallback> = {},
  at = AT,
): Promise<void> {
  const from = { number: number(who), newContactId: `contact-of-${who}`, at };
  await store.exchange(request(`SM-${id}`, from), () => decision({ callbacks: [wanted(id, more)] }));
}
const claims = (store: Store, id: string) => store.claimCallback(id, A, 'sonia', entry());
const bridge = (id: string, callbackId: string, at = AT + 10) => ({
  ...{ id, callbackId, orgId: 'a', accountId: 'sonia', at },
});

export function callbacksContract(now: () => Harness): void {
  describe('a call-back', () => {
    it('waits for its organisation alone: urgent first, then the oldest', async () => {
      const { store } = now();
      await asks(store, 'anna', 'c1');
      await asks(store, 'ben', 'c2', {}, AT + 1);
      await asks(store, 'cleo', 'c3', { urgent: true, discreet: true }, AT + 2);
      await asks(store, 'dina', 'c4', { orgId: 'b' }, AT + 3);
      const listed = await store.callbacks({ ...A, limit: 9 });
      expect(listed.map(({ id }) => id)).toEqual(['c3', 'c1', 'c2']);
      expect(listed[0]).toMatchObject({
        ...{ orgId: 'a', state: 'open', urgent: true, discreet: true, at: AT + 2, deadline: AT + DAY },
        ...{ zone: 'Europe/Paris', late: false, missed: 0, claimedBy: null, closedAt: null, optOut: 'none' },
        ...{ muted: false, bridge: null, notice: null },
      });
      expect([text(listed[1]?.body), text(listed[1]?.number)]).toEqual(['body of c1', 'sealed-anna']);
      expect([await store.callbacksWaiting(A), await store.callbacksWaiting(B)]).toEqual([3, 1]);
      expect(await store.callback('c4', A)).toBeUndefined();
      expect((await store.callback('c4', B))?.id).toBe('c4');
    });

    it('is one for each person: a new one takes its place, and is taken back', async () => {
      const { store } = now();
      await asks(store, 'anna', 'c1');
      await asks(store, 'anna', 'c2', { deadline: AT + 2 * DAY }, AT + 1);
      expect((await store.callbacks({ ...A, limit: 9 })).map(({ id }) => id)).toEqual(['c2']);
      expect((await look(store, { lookUp: true })).desk).toEqual({
        ...{ open: { deadline: AT + 2 * DAY, zone: 'Europe/Paris' }, last: null, today: 2, muted: [] },
      });
      expect((await look(store)).desk).toBeUndefined();
      await store.exchange(request('SM9'), () => decision({ uncalled: true }));
      expect((await look(store, { lookUp: true, at: AT + 2 * DAY })).desk).toEqual({
        ...{ open: null, last: null, today: 0, muted: [] },
      });
      const over = await store.callbacks({ ...A, over: true, limit: 9 });
      expect(over.map(({ id, state }) => [id, state])).toEqual([
        ['c1', 'cancelled'],
        ['c2', 'cancelled'],
      ]);
    });

    it('is claimed by one, given back, closed with a text, each with its line of the journal', async () => {
      const { store } = now();
      await asks(store, 'anna', 'c1');
      expect(await store.claimCallback('c1', B, 'sonia', entry())).toBe(false);
      const both = await Promise.all(
        ['sonia', 'karim'].map((who) => store.claimCallback('c1', A, who, entry())),
      );
      expect(both.sort()).toEqual([false, true]);
      const who = (await store.callback('c1', A))?.claimedBy ?? '';
      expect(await store.releaseCallback('c1', A, 'nobody', entry())).toBe(false);
      expect(await store.releaseCallback('c1', A, who, entry('callback_released'))).toBe(true);
      expect(await store.closeCallback('c1', A, who, entry())).toBe(false);
      expect(await claims(store, 'c1')).toBe(true);
      expect(await store.closeCallback('c1', A, 'sonia', entry('callback_done'), words('t1'))).toBe(true);
      expect(await store.closeCallback('c1', A, 'sonia', entry('callback_done'), words('t2'))).toBe(false);
      expect(await store.callback('c1', A)).toMatchObject({ state: 'done', closedAt: AT + 5 });
      const due = await store.takeDue(AT + 1, AT + MINUTE, 9);
      expect(due.map(({ id, kind, quiet, body }) => [id, kind, quiet, text(body)])).toEqual([
        ['t1', 'asked', true, 'text of t1'],
      ]);
      expect((await store.journal('a', 9)).map(({ act }) => act)).toEqual([
        ...['callback_done', 'callback_claimed', 'callback_released', 'callback_claimed'],
      ]);
    });

    it('that nobody answered waits again, with a new promise that is told; in the end it is over', async () => {
      const { store } = now();
      await asks(store, 'anna', 'c1');
      await claims(store, 'c1');
      expect(await store.missCallback('c1', A, 'karim', again('t0'), entry())).toBe(false);
      expect(await store.missCallback('c1', A, 'sonia', again('t1'), entry())).toBe(true);
      expect(await store.callback('c1', A)).toMatchObject({
        ...{ state: 'open', claimedBy: null, missed: 1, deadline: AT + 2 * DAY, late: false },
      });
      expect((await look(store, { lookUp: true })).desk?.last).toBe('missed');
      await claims(store, 'c1');
      await store.missCallback('c1', A, 'sonia', { deadline: null, text: words('t2') }, entry());
      expect(await store.callback('c1', A)).toMatchObject({ state: 'missed', missed: 2, closedAt: AT + 5 });
      expect(await now().count('messages')).toBe(2);
    });

    it('whose promise is past is told so once; a second time it expires', async () => {
      const { store } = now();
      await asks(store, 'anna', 'c1');
      await asks(store, 'ben', 'c2', { deadline: AT + 3 * DAY });
      const late = AT + DAY;
      expect(await store.overdueCallbacks(late - 1, 9)).toEqual([]);
      expect((await store.overdueCallbacks(late, 9)).map(({ id }) => id)).toEqual(['c1']);
      const told = await Promise.all(
        ['t1', 't2'].map((id) => store.lateCallback('c1', late, again(id), late)),
      );
      expect(told.sort()).toEqual([false, true]);
      expect(await store.callback('c1', A)).toMatchObject({
        ...{ state: 'open', late: true, deadline: AT + 2 * DAY },
      });
      expect(await now().count('messages')).toBe(1);
      await store.lateCallback('c1', AT + 2 * DAY, { deadline: null }, AT + 2 * DAY);
      expect(await store.callback('c1', A)).toMatchObject({ state: 'expired', closedAt: AT + 2 * DAY });
      expect((await look(store, { lookUp: true, at: AT + 3 * DAY })).desk?.last).toBe('late');
      expect((await look(store, { lookUp: true, at: AT + 8 * DAY })).desk?.last).toBeNull();
    });

    it('of a phone that takes no texts is told by call: two tries, and no more once it was heard', async () => {
      const { store } = now();
      await asks(store, 'anna', 'c1', { deadline: AT });
      await asks(store, 'ben', 'c2', { deadline: AT });
      for (const id of ['c1', 'c2'])
        await store.lateCallback(id, AT, { deadline: AT + DAY, call: { notice: 'late', at: AT + 10 } }, AT);
      const due = async (at: number) =>
        (await store.takeNotices(at, at + MINUTE, 9)).map(({ id }) => id).sort();
      expect(await due(AT + 9)).toEqual([]);
      expect(await due(AT + 10)).toEqual(['c1', 'c2']);
      expect(await due(AT + 11)).toEqual([]);
      expect(await store.noticeOf('c1')).toMatchObject({ id: 'c1', notice: 'late', deadline: AT + DAY });
      await store.noticeTold('c1');
      expect(await store.noticeOf('c1')).toBeUndefined();
      expect(await due(AT + DAY)).toEqual(['c2']);
      expect(await due(AT + 2 * DAY)).toEqual([]);
      expect(await store.noticeOf('c2')).toBeUndefined();
    });

    it('has notes, for its organisation alone', async () => {
      const { store } = now();
      await asks(store, 'anna', 'c1');
      const note = (id: string, at: number) => ({ id, at, author: 'sonia', body: bytes(`note ${id}`) });
      expect(await store.addCallbackNote('c1', B, note('n0', AT))).toBe(false);
      expect(await store.addCallbackNote('c1', A, note('n2', AT + 2))).toBe(true);
      expect(await store.addCallbackNote('c1', A, note('n1', AT + 1))).toBe(true);
      const notes = await store.callbackNotes('c1', A);
      expect(notes.map(({ id, author, body }) => [id, author, text(body)])).toEqual([
        ['n1', 'sonia', 'note n1'],
        ['n2', 'sonia', 'note n2'],
      ]);
      expect(await store.callbackNotes('c1', B)).toEqual([]);
    });
  });

  describe('a bridge', () => {
    it('is one at a time, of who has the request', async () => {
      const { store } = now();
      await asks(store, 'anna', 'c1');
      expect(await store.addBridge(bridge('b0', 'c1'), entry())).toBe(false);
      await claims(store, 'c1');
      expect(await store.addBridge({ ...bridge('b0', 'c1'), accountId: 'karim' }, entry())).toBe(false);
      const both = await Promise.all(['b1', 'b2'].map((id) => store.addBridge(bridge(id, 'c1'), entry())));
      expect(both.sort()).toEqual([false, true]);
      // A crash leaves one that nothing ends: in the end it stands in nobody's way.
      expect(await store.addBridge(bridge('b3', 'c1', AT + DAY), entry())).toBe(true);
      const last = await store.bridge('b3');
      expect([last?.bridge.accountId, last?.callback.id]).toEqual(['sonia', 'c1']);
      expect((await store.callback('c1', A))?.bridge?.id).toBe('b3');
      expect(await store.bridge('nothing')).toBeUndefined();
    });

    it('keeps the first instant of each report, in any order; the first outcome stands', async () => {
      const { store } = now();
      await asks(store, 'anna', 'c1');
      await claims(store, 'c1');
      await store.addBridge(bridge('b1', 'c1'), entry());
      expect(await store.endBridge('b1', { at: AT + 90 })).toBe(false);
      for (const [is, at] of [
        ['joined', 40],
        ['accepted', 30],
        ['answered', 20],
        ['joined', 99],
      ] as const)
        await store.bridgeNews('b1', is, AT + at);
      expect(await store.endBridge('b1', { outcome: 'joined', at: AT + 95 })).toBe(true);
      const late = { outcome: 'unanswered', at: AT + 99, missed: again('t1') } as const;
      expect(await store.endBridge('b1', late)).toBe(false);
      expect((await store.callback('c1', A))?.bridge).toEqual({
        ...bridge('b1', 'c1'),
        ...{ answeredAt: AT + 20, acceptedAt: AT + 30, joinedAt: AT + 40, endedAt: AT + 90 },
        outcome: 'joined',
      });
      expect(await store.callback('c1', A)).toMatchObject({ state: 'claimed', missed: 0 });
    });

    it('that nobody answered tells it once, and gives the request back', async () => {
      const { store } = now();
      await asks(store, 'anna', 'c1');
      await claims(store, 'c1');
      await store.addBridge(bridge('b1', 'c1'), entry());
      expect(await store.overdueCallbacks(AT + DAY, 9)).toHaveLength(1);
      expect(await store.overdueCallbacks(AT + MINUTE, 9)).toHaveLength(0);
      const ends = (id: string) =>
        store.endBridge('b1', { outcome: 'unanswered', at: AT + 50, missed: again(id) });
      expect(await Promise.all([ends('t1'), ends('t2')])).toEqual([true, false]);
      expect(await store.callback('c1', A)).toMatchObject({ state: 'open', missed: 1, claimedBy: null });
      expect(await now().count('messages')).toBe(1);
    });

    it('that goes on keeps its request from being late', async () => {
      const { store } = now();
      await asks(store, 'anna', 'c1', { deadline: AT + MINUTE });
      await claims(store, 'c1');
      await store.addBridge(bridge('b1', 'c1', AT + MINUTE), entry());
      expect(await store.overdueCallbacks(AT + 2 * MINUTE, 9)).toEqual([]);
      await store.endBridge('b1', { at: AT + 2 * MINUTE });
      expect(await store.overdueCallbacks(AT + 2 * MINUTE, 9)).toHaveLength(1);
    });
  });

  describe('a desk', () => {
    it('has hours, or none', async () => {
      const { store } = now();
      const duty = { hours: 'Mo-Fr 09:00-12:00', department: '93' };
      await store.setDuty('a', duty, entry('duty_changed'));
      await store.setDuty('a', { ...duty, hours: 'Mo 09:00-12:00' }, entry('duty_changed'));
      await store.setDuty('b', duty, entry('duty_changed'));
      await store.setDuty('b', null, entry('duty_changed'));
      expect(await store.duties()).toEqual([{ orgId: 'a', hours: 'Mo 09:00-12:00', department: '93' }]);
    });

    it('mutes a number for itself alone; that outlives the person', async () => {
      const { store } = now();
      await asks(store, 'anna', 'c1');
      expect(await store.muteCaller('c1', B, entry())).toBe(false);
      const muted = entry('number_muted');
      expect(await store.muteCaller('c1', A, muted)).toBe(true);
      expect(await store.muteCaller('c1', A, entry())).toBe(false);
      expect(await store.callback('c1', A)).toMatchObject({ state: 'cancelled', muted: true });
      expect((await look(store, { lookUp: true })).desk).toMatchObject({ open: null, muted: ['a'] });
      expect(
        (await store.mutes(A)).map(({ id, accountId, number: n }) => [id, accountId, text(n ?? undefined)]),
      ).toEqual([[muted.id, 'sonia', 'sealed-anna']]);
      await store.erase(['hmac-anna'], AT);
      const moved = { number: { ...number('new'), older: ['hmac-anna'] }, lookUp: true };
      expect((await look(store, moved)).desk?.muted).toEqual(['a']);
      expect(await store.unmuteCaller(muted.id, B, entry())).toBe(false);
      expect(await store.unmuteCaller(muted.id, A, entry())).toBe(true);
      expect(await store.mutes(A)).toEqual([]);
    });
  });

  it('goes with its person, and a month or a day after it was closed', async () => {
    const { store } = now();
    const all = async () =>
      Promise.all(['callbacks', 'callback_notes', 'bridges'].map((t) => now().count(t)));
    const limits = { texts: AT, discreet: AT, contacts: 0, secret: 0, erased: 0, journal: 0 };
    for (const [who, discreet] of [
      ['anna', false],
      ['ben', true],
    ] as const) {
      await asks(store, who, who, { discreet });
      await claims(store, who);
      await store.addCallbackNote(who, A, { id: `n-${who}`, at: AT, author: 'sonia', body: bytes('note') });
      await store.addBridge(bridge(`b-${who}`, who), entry());
    }
    expect(await store.kept(['hmac-anna'])).toMatchObject({ callbacks: 1 });
    await store.purge({ ...limits, texts: AT + DAY, discreet: AT + DAY }, 9);
    expect(await all()).toEqual([2, 2, 2]);
    for (const who of ['anna', 'ben']) await store.closeCallback(who, A, 'sonia', entry());
    for (let gone = 1; gone > 0; ) gone = await store.purge({ ...limits, discreet: AT + DAY }, 9);
    expect(await all()).toEqual([1, 1, 1]);
    await store.erase(['hmac-anna'], AT);
    expect(await all()).toEqual([0, 0, 0]);
  });
}
