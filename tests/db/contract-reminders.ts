import { describe, expect, it } from 'vitest';
import type { NewReminder } from '../../db/reminders.ts';
import { AT, bytes, decision, type Harness, look, MINUTE, number, request, text } from './harness.ts';

const DAY = 86_400_000;
const ORG = { orgId: 'o1' };

function one(id: string, more: Partial<NewReminder> = {}): NewReminder {
  return {
    ...{ id, orgId: 'o1', author: 'sonia', guidance: null, way: 'text', kind: 'visit', discreet: false },
    to: { ...number('anna'), newContactId: `contact-of-${id}` },
    body: bytes(`body of ${id}`),
    ...{ at: AT, dueAt: AT + DAY, expiresAt: AT + 2 * DAY },
    ...more,
  };
}
const words = (id: string) => ({
  id: `m-${id}`,
  body: bytes(`text of ${id}`),
  kind: 'unasked' as const,
  quiet: true,
});

export function remindersContract(now: () => Harness): void {
  describe('a reminder', () => {
    const listed = async (what: 'coming' | 'told') =>
      (await now().store.reminders({ ...ORG, what, limit: 9 })).map(({ id }) => id);
    const leaves = async (id: string, at = AT + DAY) => {
      const { store } = now();
      await store.takeReminders(at, at + MINUTE, 9);
      await store.queueReminder(id, words(id), at);
      await store.takeDue(at, at + MINUTE, 9);
    };

    it('is kept once, for its organisation alone, and comes in the order of its days', async () => {
      const { store } = now();
      await store.remind(one('r1', { dueAt: AT + 2 * DAY, expiresAt: AT + 3 * DAY }));
      await store.remind(one('r2'));
      await store.remind(one('r2', { dueAt: AT + 9 * DAY }));
      await store.remind(one('r3', { orgId: 'o2' }));
      expect(await listed('coming')).toEqual(['r2', 'r1']);
      expect(await listed('told')).toEqual([]);
      expect(await store.reminder('r3', ORG)).toBeUndefined();
      expect(await store.reminder('r2', ORG)).toMatchObject({
        ...{
          id: 'r2',
          orgId: 'o1',
          author: 'sonia',
          guidance: null,
          way: 'text',
          kind: 'visit',
          discreet: false,
        },
        ...{ at: AT, dueAt: AT + DAY, expiresAt: AT + 2 * DAY, optOut: 'none', text: null, rung: 0 },
        ...{ heardAt: null, reply: null, repliedAt: null, cancelledAt: null, failed: null, handledAt: null },
      });
    });

    it('is taken by one at a time, and its text is queued once', async () => {
      const { store } = now();
      await store.remind(one('r1'));
      expect(await store.takeReminders(AT + DAY - 1, AT + DAY, 9)).toEqual([]);
      const at = AT + DAY;
      const both = await Promise.all([1, 2].map(() => store.takeReminders(at, at + MINUTE, 9)));
      expect(both.flat().map(({ id, own, way, rung }) => [id, own, way, rung])).toEqual([
        ['r1', false, 'text', 0],
      ]);
      // Whoever took it died: another takes it, and both may come to queue it.
      const [again] = await store.takeReminders(at + MINUTE, at + 2 * MINUTE, 9);
      expect(text(again?.body)).toBe('body of r1');
      expect(await store.queueReminder('r1', words('r1'), at)).toBe(true);
      expect(await store.queueReminder('r1', { ...words('r1'), id: 'm-other' }, at)).toBe(false);
      const due = await store.takeDue(at, at + MINUTE, 9);
      expect(due.map(({ id, kind, quiet, body }) => [id, kind, quiet, text(body)])).toEqual([
        ['m-r1', 'unasked', true, 'text of r1'],
      ]);
      expect(await listed('told')).toEqual(['r1']);
      expect(await store.takeReminders(AT + 9 * DAY, AT + 9 * DAY, 9)).toEqual([]);
    });

    it('becomes the conversation as its text leaves, and holds what was answered', async () => {
      const { store } = now();
      await store.exchange(request('SM1'), () => decision({ session: bytes('before') }));
      await store.remind(one('r1'));
      await leaves('r1');
      const at = AT + DAY + 1;
      await store.settle('m-r1', { is: 'sent', providerId: 'SM9', at }, ({ id, of }, session) => ({
        ...{ session: bytes(`${text(session)}, then ${of} ${id}`), discreet: false, drafts: [] },
      }));
      const saved = await look(store, { at });
      expect([text(saved.session?.data), saved.waiting]).toEqual(['before, then reminder r1', undefined]);
      await store.exchange(request('SM2', { at }), () =>
        decision({ reminded: [{ id: 'r1', is: 'cannot' }] }),
      );
      expect(await store.reminder('r1', ORG)).toMatchObject({
        reply: 'cannot',
        repliedAt: at,
        handledAt: null,
      });
      expect(await store.remindersOpen(ORG)).toBe(1);
      expect(await store.handleReminder('r1', { orgId: 'o2' }, at)).toBe(false);
      expect(await store.handleReminder('r1', ORG, at)).toBe(true);
      expect(await store.remindersOpen(ORG)).toBe(0);
      await store.exchange(request('SM3', { at }), () => decision({ reminded: [{ id: 'r1', is: 'call' }] }));
      expect(await store.remindersOpen(ORG)).toBe(1);
    });

    it('waits for its person where the conversation is not in it: by text once it left, by call until it was heard', async () => {
      const { store } = now();
      await store.remind(one('r1'));
      expect((await look(store)).waiting).toBeUndefined();
      await leaves('r1');
      const at = AT + DAY + 1;
      const call = { key: 'call:CA1', channel: 'voice', at } as const;
      for (const by of [{ at }, call]) {
        expect((await look(store, by)).waiting).toMatchObject({ id: 'r1', of: 'reminder' });
      }
      expect((await look(store, { at: AT + 3 * DAY })).waiting).toBeUndefined();
      await store.exchange(request('SM1', { at }), () => decision({ reminded: [{ id: 'r1', is: 'taken' }] }));
      expect((await look(store, { at })).waiting).toBeUndefined();
      expect((await look(store, call)).waiting?.id).toBe('r1');
      await store.exchange(request('CA1:1', call), () => decision({ reminded: [{ id: 'r1', is: 'heard' }] }));
      expect((await look(store, { ...call, key: 'call:CA2' })).waiting).toBeUndefined();
      expect(await store.reminder('r1', ORG)).toMatchObject({ heardAt: at, reply: null });
    });

    it('rings a landline as often as it is told to, and not after it was heard', async () => {
      const { store } = now();
      await store.remind(one('r1', { way: 'call' }));
      const at = AT + DAY;
      await store.takeReminders(at, at + MINUTE, 9);
      expect(await store.ringReminder('r1', { placed: true, again: at + 2 * MINUTE })).toBe(true);
      const call = { key: 'call:CA1', channel: 'voice', at } as const;
      expect((await look(store, { at })).waiting).toBeUndefined();
      expect((await look(store, call)).waiting?.id).toBe('r1');
      const [due] = await store.takeReminders(at + 2 * MINUTE, at + 3 * MINUTE, 9);
      expect(due?.rung).toBe(1);
      await store.exchange(request('CA1:1', call), () =>
        decision({ reminded: [{ id: 'r1', is: 'coming' }] }),
      );
      expect(await store.ringReminder('r1', { placed: true, again: null })).toBe(false);
      expect(await store.takeReminders(AT + 2 * DAY - 1, AT + 2 * DAY, 9)).toEqual([]);
      expect(await store.reminder('r1', ORG)).toMatchObject({ rung: 1, reply: 'coming', heardAt: at });
      expect(await listed('told')).toEqual(['r1']);
    });

    it('is cancelled while it is here: by the desk, by its person, by a refusal of all', async () => {
      const { store } = now();
      await store.remind(one('r1'));
      await store.remind(one('r2'));
      await store.remind(one('r3', { expiresAt: AT + 30 * DAY }));
      expect(await store.cancelReminder('r1', { orgId: 'o2' }, AT)).toBe(false);
      expect(await store.cancelReminder('r1', ORG, AT + 1)).toBe(true);
      expect(await store.cancelReminder('r1', ORG, AT + 2)).toBe(false);
      expect(await store.reminder('r1', ORG)).toMatchObject({ cancelledAt: AT + 1 });
      await leaves('r2');
      expect(await store.cancelReminder('r2', ORG, AT + DAY)).toBe(false);
      const own = { ...one('mine'), orgId: null, author: null };
      await store.exchange(request('SM1'), () => decision({ reminders: [own] }));
      await store.exchange(request('SM2'), () => decision({ unreminded: true }));
      await store.exchange(request('SM3'), () => decision({ reminders: [{ ...own, id: 'mine2' }] }));
      expect(
        (await store.takeReminders(AT + DAY, AT + DAY + 1, 9)).map(({ id, own }) => [id, own]),
      ).toContainEqual(['mine2', true]);
      await store.exchange(request('SM4'), () => decision({ contact: { optOut: 'ours' } }));
      expect(await store.takeReminders(AT + 2 * DAY - 1, AT + 2 * DAY, 9)).toEqual([]);
      expect((await store.reminder('r3', ORG))?.cancelledAt).toBe(AT);
    });

    it('is not told once its moment has passed, nor to who refused, nor after a guidance that failed', async () => {
      const { store } = now();
      await store.remind(one('late'));
      await store.takeReminders(AT + 3 * DAY, AT + 4 * DAY, 9);
      expect((await store.reminder('late', ORG))?.failed).toBe('late');
      const sheet = {
        ...{
          id: 'g1',
          orgId: 'o1',
          author: 'sonia',
          codeHmac: 'c',
          body: bytes('b'),
          discreet: false,
          at: AT,
        },
        to: { ...number('anna'), newContactId: 'x' },
        expiresAt: AT + 30 * DAY,
        text: { id: 'm-g1', body: bytes('t'), dueAt: AT, expiresAt: AT + DAY, discreet: false, quiet: true },
      };
      await store.guide(sheet, { since: 0, perPerson: 9, perAuthor: 9 });
      await store.remind(one('after', { kind: 'after', guidance: 'g1' }));
      await store.takeDue(AT, AT + 1, 9);
      await store.settle('m-g1', { is: 'failed', at: AT, code: '30006' });
      expect(await store.takeReminders(AT + DAY, AT + 2 * DAY, 9)).toEqual([]);
      expect((await store.reminder('after', ORG))?.cancelledAt).toBe(AT + DAY);
    });

    it('is counted, erased and purged with the rest of its person', async () => {
      const { store, count } = now();
      await store.remind(one('r1'));
      await store.remind(one('r2', { discreet: true }));
      expect((await store.kept(['hmac-anna']))?.reminders).toBe(2);
      const none = { contacts: 0, secret: 0, erased: 0, journal: 0 };
      await store.purge({ ...none, texts: AT, discreet: AT + 3 * DAY }, 9);
      expect(await count('reminders')).toBe(1);
      await store.erase(['hmac-anna'], AT);
      expect(await count('reminders')).toBe(0);
    });
  });

  describe('a template', () => {
    it('is its organisation’s own, or shared with all', async () => {
      const { store } = now();
      const t = { author: 'a', body: '{}', at: AT };
      await store.addTemplate({ ...t, id: 't1', orgId: 'o1', name: 'b', shared: false });
      await store.addTemplate({ ...t, id: 't2', orgId: 'o2', name: 'a', shared: true });
      await store.addTemplate({ ...t, id: 't3', orgId: 'o2', name: 'c', shared: false });
      expect((await store.templates('o1')).map(({ id, shared }) => [id, shared])).toEqual([
        ['t1', false],
        ['t2', true],
      ]);
      expect(await store.dropTemplate('t2', 'o1')).toBe(false);
      expect(await store.dropTemplate('t2', 'o2')).toBe(true);
      expect((await store.templates('o1')).map(({ id }) => id)).toEqual(['t1']);
    });
  });
}
