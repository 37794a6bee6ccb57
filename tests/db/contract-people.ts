import { describe, expect, it } from 'vitest';
import type { Contact, SealedNumber } from '../../db/store.ts';
import { AT, asked, bytes, decision, type Harness, look, number, request, text } from './harness.ts';

export function peopleContract(now: () => Harness): void {
  describe('people', () => {
    const optOut = async (optOut: Contact['optOut'], inboundId: string) =>
      now().store.exchange(request(inboundId), () => decision({ contact: { optOut } }));

    it('are opted out, and back', async () => {
      const { store, count } = now();
      await optOut('ours', 'SM1');
      expect((await look(store)).contact?.optOut).toBe('ours');
      await optOut('provider', 'SM2');
      expect((await look(store)).contact?.optOut).toBe('provider');
      await optOut('ours', 'SM3');
      expect((await look(store)).contact?.optOut).toBe('provider');
      await optOut('none', 'SM4');
      expect((await look(store)).contact?.optOut).toBe('none');
      expect(await count('opt_outs')).toBe(0);
    });

    it('show their opt-out with what is due to them', async () => {
      const { store } = now();
      await optOut('ours', 'SM1');
      await store.exchange(request('SM2'), () => decision({ outgoing: [asked('m1')] }));
      expect(await store.takeDue(AT, AT + 1, 1)).toMatchObject([{ id: 'm1', optOut: 'ours' }]);
    });

    it('keep the latest instant, language and zone', async () => {
      const { store } = now();
      await store.exchange(request('SM1', { at: AT + 5 }), () => decision({ contact: { lang: 'en' } }));
      await store.exchange(request('SM2', { at: AT + 2 }), () =>
        decision({ contact: { zone: 'Indian/Reunion' } }),
      );
      const saved = await look(store);
      expect(saved.contact).toMatchObject({ lang: 'en', zone: 'Indian/Reunion', lastAt: AT + 5 });
    });

    it('are made by a text to them, which opens their text session', async () => {
      const { store, count } = now();
      const to = { ...number('ben'), newContactId: 'ben' };
      const out = { to, session: bytes('offered') };
      await store.exchange(
        request('CA1:0', { key: 'call:CA1', channel: 'voice', newContactId: 'anna' }),
        () => decision({ outgoing: [asked('m1', out), asked('m2', { session: bytes('own') })] }),
      );
      expect(await store.takeDue(AT, AT + 1, 9)).toMatchObject([{ contactId: 'ben' }, { contactId: 'anna' }]);
      const ben = await look(store, { number: number('ben') });
      expect(ben.contact).toMatchObject({ id: 'ben' });
      expect(text(ben.session?.data)).toBe('offered');
      expect(text((await look(store)).session?.data)).toBe('own');
      expect(await count('contacts')).toBe(2);

      // Known by now: no second one is made, and having been written to is not having written.
      const later = request('SM2', { at: AT + 5 });
      await store.exchange(later, () =>
        decision({ outgoing: [asked('m3', { to: { ...to, newContactId: 'x' } })] }),
      );
      expect((await look(store, { number: number('ben') })).contact).toMatchObject({ id: 'ben', lastAt: AT });
      expect(await count('contacts')).toBe(2);
    });

    it('are found under an older key, and moved to the current one with their opt-out', async () => {
      const { store, count } = now();
      await store.exchange(request('SM1', { newContactId: 'c1' }), () =>
        decision({ contact: { optOut: 'provider' } }),
      );
      const rotated: SealedNumber = {
        hmac: 'new',
        sealed: bytes('sealed anew'),
        older: ['never', 'hmac-anna'],
      };
      await store.exchange(request('SM2', { number: rotated }), ({ contact, session }) => {
        expect(contact).toMatchObject({ id: 'c1', optOut: 'provider' });
        expect(text(contact?.number)).toBe('sealed anew');
        expect(session).toBeDefined();
        return decision();
      });
      const { older: _, ...current } = rotated;
      expect((await look(store, { number: current })).contact).toMatchObject({
        id: 'c1',
        optOut: 'provider',
      });
      expect([await count('contacts'), await count('opt_outs')]).toEqual([1, 1]);
    });
  });
}
