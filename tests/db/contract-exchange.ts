import { describe, expect, it, vi } from 'vitest';
import {
  AT,
  asked,
  bytes,
  decision,
  type Harness,
  look,
  MINUTE,
  number,
  reply,
  request,
  text,
} from './harness.ts';

export function exchangeContract(now: () => Harness): void {
  describe('an exchange', () => {
    it('finds nothing the first time, and then what it left', async () => {
      const { store } = now();
      const first = await store.exchange(request('SM1', { newContactId: 'c1' }), (saved) => {
        expect(saved.session).toBeUndefined();
        expect(saved.previous).toBeUndefined();
        expect(saved.contact).toMatchObject({ id: 'c1', lang: null, zone: null, optOut: 'none', lastAt: AT });
        return decision({ session: bytes('s1'), contact: { lang: 'fr', zone: 'Europe/Paris' } });
      });
      expect(first).toMatchObject({ repeated: false, contactId: 'c1' });
      const saved = await look(store, { at: AT + 1, newContactId: 'unused' });
      expect(saved.contact).toMatchObject({ id: 'c1', lang: 'fr', zone: 'Europe/Paris', lastAt: AT });
      expect(text(saved.contact?.number)).toBe('sealed-anna');
      expect([text(saved.session?.data), saved.session?.at]).toEqual(['s1', AT]);
    });

    it('answers a repeated id with what is stored and decides nothing', async () => {
      const { store, count } = now();
      const decide = vi.fn(() => decision({ exchange: bytes('first'), outgoing: [reply('m1')] }));
      const first = await store.exchange(request('SM1'), decide);
      const again = await store.exchange(request('SM1'), decide);
      expect(decide).toHaveBeenCalledTimes(1);
      expect(first.reply).toEqual({ id: 'm1', open: true });
      expect(again).toMatchObject({
        repeated: true,
        contactId: first.contactId,
        reply: { id: 'm1', open: true },
      });
      expect(text(again.exchange)).toBe('first');
      expect(await count('messages')).toBe(1);
    });

    it('decides once for the same id eight times at once', async () => {
      const { store, count } = now();
      const decide = vi.fn(() => decision({ exchange: bytes(`turn ${decide.mock.calls.length}`) }));
      const all = await Promise.all(Array.from({ length: 8 }, () => store.exchange(request('SM1'), decide)));
      expect(decide).toHaveBeenCalledTimes(1);
      expect(new Set(all.map(({ exchange }) => text(exchange)))).toEqual(new Set(['turn 1']));
      expect(all.filter(({ repeated }) => !repeated)).toHaveLength(1);
      expect(await count('exchanges')).toBe(1);
    });

    it('keeps eight of one person in order: each finds what the one before left', async () => {
      const { store } = now();
      const seen: (string | undefined)[] = [];
      await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          store.exchange(request(`SM${i}`, { newContactId: `c${i}` }), ({ session, contact }) => {
            seen.push(text(session?.data));
            expect(contact?.id).toBe('c0');
            return decision({ session: bytes(`after ${i}`) });
          }),
        ),
      );
      expect(seen).toEqual([undefined, ...Array.from({ length: 7 }, (_, i) => `after ${i}`)]);
    });

    it('writes nothing when decide throws, and the others beside it are written', async () => {
      const { store, count } = now();
      const fault = new Error('no such turn');
      const [before, broken, after] = await Promise.allSettled([
        store.exchange(request('SM1'), () => decision()),
        store.exchange(request('SM2', { number: number('ben') }), () => {
          throw fault;
        }),
        store.exchange(request('SM3', { number: number('cleo') }), () => decision()),
      ]);
      expect([before.status, after.status]).toEqual(['fulfilled', 'fulfilled']);
      expect(broken).toEqual({ status: 'rejected', reason: fault });
      expect([await count('contacts'), await count('sessions'), await count('exchanges')]).toEqual([2, 2, 2]);
      const retried = await store.exchange(request('SM2', { number: number('ben') }), () => decision());
      expect(retried.repeated).toBe(false);
    });

    it('undoes all of a turn of which one part cannot be written', async () => {
      const { store, count } = now();
      await store.exchange(request('SM1'), () => decision({ outgoing: [asked('m1')] }));
      const clash = store.exchange(request('SM2', { number: number('ben') }), () =>
        decision({ outgoing: [asked('m2'), asked('m1')], contact: { optOut: 'ours' } }),
      );
      await expect(clash).rejects.toThrow();
      expect([
        await count('contacts'),
        await count('exchanges'),
        await count('messages'),
        await count('opt_outs'),
      ]).toEqual([1, 1, 1, 0]);
    });

    it('ends a session with null', async () => {
      const { store, count } = now();
      await store.exchange(request('SM1'), () => decision());
      await store.exchange(request('SM2'), () => decision({ session: null }));
      expect((await look(store)).session).toBeUndefined();
      expect(await count('sessions')).toBe(0);
    });

    it('shows a call the most recent other call of its person, and texts apart', async () => {
      const { store } = now();
      const call = (sid: string) => ({ key: `call:${sid}`, channel: 'voice' as const });
      await store.exchange(request('SM1', { at: AT + 9 * MINUTE }), () =>
        decision({ session: bytes('sms') }),
      );
      await store.exchange(request('CA1:0', { ...call('CA1'), at: AT + MINUTE }), () =>
        decision({ session: bytes('one') }),
      );
      await store.exchange(request('CA2:0', { ...call('CA2'), at: AT + 2 * MINUTE }), () =>
        decision({ session: bytes('two') }),
      );
      const other = { ...call('CA9'), number: number('ben') };
      await store.exchange(request('CA9:0', { ...other, at: AT + 3 * MINUTE }), () => decision());
      const { session, previous } = await look(store, call('CA3'));
      expect(session).toBeUndefined();
      expect([previous?.key, text(previous?.data), previous?.at]).toEqual([
        'call:CA2',
        'two',
        AT + 2 * MINUTE,
      ]);
      expect((await look(store, call('CA2'))).previous?.key).toBe('call:CA1');
      expect((await look(store)).previous).toBeUndefined();
    });

    it('serves an anonymous caller, who is nobody', async () => {
      const { store, count } = now();
      const { number: _, ...anonymous } = request('CA1:0', { key: 'call:CA1', channel: 'voice' });
      const first = await store.exchange(anonymous, (saved) => {
        expect(saved).toEqual({ consultations: 0, corrections: 0, counted: false, over: [] });
        return decision({ contact: { lang: 'en', optOut: 'ours' } });
      });
      expect(first.contactId).toBeUndefined();
      await store.exchange({ ...anonymous, inboundId: 'CA1:1' }, (saved) => {
        expect(text(saved.session?.data)).toBe('session');
        return decision();
      });
      expect([await count('contacts'), await count('opt_outs'), await count('sessions')]).toEqual([0, 0, 1]);
    });

    it('refuses a text session without a number, and a text to nobody', async () => {
      const { store, count } = now();
      const { number: _, ...anonymous } = request('SM1');
      await expect(store.exchange(anonymous, () => decision())).rejects.toMatchObject({ code: 'no_number' });
      const call = { ...anonymous, key: 'call:CA1', channel: 'voice' as const };
      const toNobody = store.exchange(call, () => decision({ outgoing: [asked('m1')] }));
      await expect(toNobody).rejects.toMatchObject({ code: 'no_recipient' });
      expect(await count('exchanges')).toBe(0);
    });

    it('refuses a second reply, a reply with a body and another text without one', async () => {
      const { store } = now();
      const { body: _, ...empty } = asked('m1');
      for (const outgoing of [[reply('m1'), reply('m2')], [reply('m1', { body: bytes('x') })], [empty]]) {
        const refused = store.exchange(request('SM1'), () => decision({ outgoing }));
        await expect(refused).rejects.toMatchObject({ code: 'bad_outgoing' });
      }
    });

    it('keeps feedback and recordings', async () => {
      const { store, count } = now();
      await store.exchange(request('SM1'), () =>
        decision({
          feedback: [{ id: 'f1', sheet: 'housing-aid', body: bytes('thanks') }],
          recordings: [{ id: 'r1', providerId: 'RE1' }],
        }),
      );
      expect([await count('feedback'), await count('recordings')]).toEqual([1, 1]);
    });

    it('finds everything again when it is opened again', async () => {
      const { store, reopen } = now();
      if (reopen === undefined) return;
      await store.exchange(request('SM1', { newContactId: 'c1' }), () =>
        decision({ session: bytes('kept'), outgoing: [reply('m1')], contact: { optOut: 'ours' } }),
      );
      const opened = await reopen();
      const saved = await look(opened);
      expect(saved.contact).toMatchObject({ id: 'c1', optOut: 'ours' });
      expect(text(saved.session?.data)).toBe('kept');
      const again = await opened.exchange(request('SM1'), () => decision());
      expect(again).toMatchObject({ repeated: true, reply: { id: 'm1', open: true } });
      expect(await opened.takeDue(AT + MINUTE, AT + 2 * MINUTE, 10)).toHaveLength(1);
    });

    it('is ready while open, and refuses everything once closed', async () => {
      const { store } = now();
      await store.ready();
      const last = store.exchange(request('SM1'), () => decision());
      await store.close();
      await expect(last).resolves.toMatchObject({ repeated: false });
      await expect(store.ready()).rejects.toMatchObject({ code: 'closed' });
      await expect(store.exchange(request('SM2'), () => decision())).rejects.toMatchObject({
        code: 'closed',
      });
    });
  });
}
