import { describe, expect, it } from 'vitest';
import type { NewGuidance } from '../../db/guidance.ts';
import type { Onward, Store } from '../../db/store.ts';
import { AT, bytes, decision, type Harness, look, MINUTE, number, request, text } from './harness.ts';

const DAY = 86_400_000;
const ORG = { orgId: null };
const CAPS = { since: AT - DAY, perPerson: 2, perAuthor: 3 };

const words = (id: string) => ({ id, body: bytes(`text of ${id}`), dueAt: AT, discreet: false, quiet: true });

function sheet(id: string, more: Partial<NewGuidance> = {}): NewGuidance {
  return {
    ...{
      id,
      orgId: null,
      author: 'desk',
      codeHmac: `code-${id}`,
      body: bytes(`body of ${id}`),
      discreet: false,
    },
    to: { ...number('anna'), newContactId: `contact-of-${id}` },
    ...{ at: AT, expiresAt: AT + 30 * DAY, text: words(`m-${id}`) },
    ...more,
  };
}

async function leaves(store: Store, id: string, onward?: Onward): Promise<void> {
  await store.takeDue(AT + 1, AT + MINUTE, 9);
  await store.settle(id, { is: 'sent', providerId: 'SM1', at: AT + 2 }, onward);
}

export function guidanceContract(now: () => Harness): void {
  describe('a guidance', () => {
    it('is kept with its text, for its organisation alone', async () => {
      const { store } = now();
      expect(await store.guide(sheet('g1'), CAPS)).toBe('taken');
      expect(await store.guide(sheet('g2', { orgId: 'o1', author: 'other' }), CAPS)).toBe('taken');
      expect((await store.guidances({ ...ORG, limit: 9 })).map(({ id }) => id)).toEqual(['g1']);
      expect(await store.guidance('g2', ORG)).toBeUndefined();
      expect(await store.guidance('g2', { orgId: 'o1' })).toMatchObject({
        ...{ id: 'g2', orgId: 'o1', author: 'other', discreet: false, at: AT, expiresAt: AT + 30 * DAY },
        text: { state: 'pending', code: null, dueAt: AT, sentAt: null, attempts: 0 },
        ...{ optOut: 'none', answeredAt: null, readAt: null, heardAt: null, openedAt: null },
        ...{ cancelledAt: null, outcome: null },
      });
      const [due] = await store.takeDue(AT, AT + 1, 1);
      expect([due?.id, due?.quiet, text(due?.body)]).toEqual(['m-g1', true, 'text of m-g1']);
    });

    it('is listed the newest first, by author and before an instant', async () => {
      const { store } = now();
      for (const [i, author] of ['a', 'b', 'a'].entries()) {
        const to = { ...number(`p${i}`), newContactId: `c${i}` };
        await store.guide(sheet(`g${i}`, { author, at: AT + i, to }), CAPS);
      }
      const listed = async (more: object) =>
        (await store.guidances({ ...ORG, limit: 9, ...more })).map(({ id }) => id);
      expect(await listed({})).toEqual(['g2', 'g1', 'g0']);
      expect(await listed({ limit: 1 })).toEqual(['g2']);
      expect(await listed({ author: 'a' })).toEqual(['g2', 'g0']);
      expect(await listed({ author: 'a', before: AT + 2 })).toEqual(['g0']);
    });

    it('stops at the caps of its person and of its author, however many are sent at once', async () => {
      const { store } = now();
      const told = await Promise.all(
        [1, 2, 3, 4].map((i) => store.guide(sheet(`p${i}`, { author: `a${i}` }), CAPS)),
      );
      expect(told.sort()).toEqual(['person_cap', 'person_cap', 'taken', 'taken']);
      const to = (i: number) => ({ ...number(`q${i}`), newContactId: `cq${i}` });
      const by = await Promise.all([1, 2, 3, 4].map((i) => store.guide(sheet(`q${i}`, { to: to(i) }), CAPS)));
      expect(by.sort()).toEqual(['author_cap', 'taken', 'taken', 'taken']);
      expect(await now().count('guidances')).toBe(5);
    });

    it('waits for its person by text once its text has left, by call once it was tried', async () => {
      const { store } = now();
      await store.guide(sheet('g1'), CAPS);
      const call = { key: 'call:CA1', channel: 'voice' } as const;
      expect((await look(store)).waiting).toBeUndefined();
      expect((await look(store, call)).waiting).toBeUndefined();
      await leaves(store, 'm-g1');
      for (const by of [{}, call]) {
        const { waiting } = await look(store, by);
        expect({ ...waiting, body: text(waiting?.body) }).toEqual({ id: 'g1', body: 'body of g1', tries: 0 });
      }
      expect((await look(store, { at: AT + 31 * DAY })).waiting).toBeUndefined();
      await store.exchange(request('SM1'), () =>
        decision({ taken: 'g1', guided: [{ id: 'g1', is: 'read' }] }),
      );
      expect((await look(store)).waiting).toBeUndefined();
      expect((await look(store, call)).waiting?.id).toBe('g1');
      await store.exchange(request('CA1:0', call), () => decision({ guided: [{ id: 'g1', is: 'read' }] }));
      expect((await look(store, { ...call, key: 'call:CA2' })).waiting).toBeUndefined();
      expect(await store.guidance('g1', ORG)).toMatchObject({ answeredAt: AT, readAt: AT, heardAt: AT });
    });

    it('waits although its try timed out, not after a clear refusal', async () => {
      const { store } = now();
      await store.guide(sheet('g1'), CAPS);
      await store.takeDue(AT, AT + 1, 1);
      await store.settle('m-g1', { is: 'retry', at: AT + MINUTE, code: 'timeout' });
      expect((await look(store)).waiting?.id).toBe('g1');
      await store.takeDue(AT + MINUTE, AT + 2 * MINUTE, 1);
      await store.settle('m-g1', { is: 'retry', at: AT + 3 * MINUTE, code: 'http_429' });
      expect((await look(store)).waiting).toBeUndefined();
    });

    it('is over after a refusal, or after three wrong words', async () => {
      const { store } = now();
      await store.guide(sheet('g1'), CAPS);
      await store.guide(sheet('g2'), CAPS);
      await store.exchange(request('SM1'), () => decision({ guided: [{ id: 'g1', is: 'refused' }] }));
      for (const i of [1, 2, 3]) {
        expect((await look(store)).over).toEqual(['g1']);
        await store.exchange(request(`SM1${i}`), () => decision({ guided: [{ id: 'g2', is: 'missed' }] }));
      }
      expect([...(await look(store)).over].sort()).toEqual(['g1', 'g2']);
      expect((await store.guidance('g1', ORG))?.outcome).toBe('refused');
      expect((await store.guidance('g2', ORG))?.outcome).toBe('locked');
    });

    it('becomes the conversation as its text leaves', async () => {
      const { store } = now();
      await store.exchange(request('SM1'), () => decision({ session: bytes('before') }));
      await store.guide(sheet('g1'), CAPS);
      await leaves(store, 'm-g1', ({ id }, session) => ({
        ...{ session: bytes(`${text(session)}, then ${id}`), discreet: false, drafts: [] },
      }));
      const saved = await look(store);
      expect([text(saved.session?.data), saved.waiting]).toEqual(['before, then g1', undefined]);
    });

    it('is cancelled while its text is here, and sent again once it has left', async () => {
      const { store } = now();
      await store.guide(sheet('g1'), CAPS);
      await store.guide(sheet('g2'), CAPS);
      expect(await store.cancelGuidance('g1', { orgId: 'o1' }, AT)).toBe(false);
      expect(await store.cancelGuidance('g1', ORG, AT + 1)).toBe(true);
      expect(await store.guidance('g1', ORG)).toMatchObject({ cancelledAt: AT + 1, text: null });
      const again = { body: bytes('new'), text: words('m2'), at: AT + 5, expiresAt: AT + 60 * DAY };
      expect(await store.resendGuidance('g2', ORG, again)).toBe(false);
      await leaves(store, 'm-g2');
      expect(await store.cancelGuidance('g2', ORG, AT)).toBe(false);
      await store.exchange(request('SM1'), () => decision({ guided: [{ id: 'g2', is: 'refused' }] }));
      expect(await store.resendGuidance('g1', ORG, again)).toBe(false);
      expect(await store.resendGuidance('g2', ORG, again)).toBe(true);
      const { body, ...row } = (await store.guidance('g2', ORG)) as { body: Uint8Array };
      expect(text(body)).toBe('new');
      expect(row).toMatchObject({ outcome: null, answeredAt: null, text: { state: 'pending', dueAt: AT } });
    });

    it('is found by any hash of its code, until it expires; the first look is kept', async () => {
      const { store } = now();
      await store.guide(sheet('g1'), CAPS);
      expect((await store.guidanceByCode(['new-key', 'code-g1'], AT))?.id).toBe('g1');
      expect(await store.guidanceByCode(['new-key'], AT)).toBeUndefined();
      expect(await store.guidanceByCode(['code-g1'], AT + 30 * DAY)).toBeUndefined();
      await store.guidanceOpened('g1', AT + 1);
      await store.guidanceOpened('g1', AT + 2);
      expect((await store.guidance('g1', ORG))?.openedAt).toBe(AT + 1);
    });

    it('is purged when it has expired', async () => {
      const { store } = now();
      await store.guide(sheet('g1', { expiresAt: AT + DAY }), CAPS);
      await store.purge({ texts: 0, discreet: AT + DAY, secret: 0, contacts: 0, erased: 0, journal: 0 }, 9);
      expect(await now().count('guidances')).toBe(1);
      await store.purge(
        { texts: 0, discreet: AT + DAY + 1, secret: 0, contacts: 0, erased: 0, journal: 0 },
        9,
      );
      expect(await now().count('guidances')).toBe(0);
    });
  });
}
