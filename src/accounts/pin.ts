/** The few digits that stand for the desk's password on a basic phone: argon2id, and five errors lock them. */
import { hash, verify } from '@node-rs/argon2';
import { RelaisError } from '../errors.ts';
import type { Parts } from './parts.ts';
import { may, rolesOf } from './rights.ts';
import type { AccountsDeps, Who } from './types.ts';

/** Digits of a code. */
export const PIN_DIGITS = 6;
const MOST_WRONG = 5;

export interface Pins {
  /** Undefined takes it away. */
  setPin(who: Who, pin: string | undefined): Promise<void>;
  hasPin(who: Pick<Who, 'id'>): Promise<boolean>;
  /** Whose phone (E.164) this is, where the account is open and may send sheets. */
  sender(
    phone: string,
  ): Promise<
    { readonly id: string; readonly orgId: string; readonly name: string; readonly pin: boolean } | undefined
  >;
  /** `locked`: five errors, until another one is chosen at the desk. */
  checkPin(id: string, pin: string): Promise<'right' | 'wrong' | 'locked'>;
  noteByPhone(account: string, orgId: string, about: string): Promise<void>;
}

/** What is wrong with a code that somebody chose, in French; undefined where nothing is. */
export function pinWeakness(pin: string): string | undefined {
  if (!new RegExp(`^\\d{${PIN_DIGITS}}$`).test(pin)) return `${PIN_DIGITS} chiffres.`;
  const steps = new Set([...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i])));
  return steps.size === 1 || new Set(pin).size < 3
    ? 'Trop facile à deviner : choisissez-en un autre.'
    : undefined;
}

export function makePins({ store, vault, clock }: AccountsDeps, parts: Parts): Pins {
  const key = (id: string) => vault.hashes(`pin:${id}`)[0];
  return {
    async setPin(who, pin) {
      const hashed = pin === undefined ? null : await hash(pin);
      const line = parts.line('pin_changed', { accountId: who.id, orgId: who.org.id });
      if (!(await store.changeAccount(who.id, { pin: hashed }, line)))
        throw new RelaisError('not_found', { detail: 'account' });
      await store.forgetTries(key(who.id));
    },
    hasPin: async ({ id }) => (await store.account(id))?.pin !== undefined,
    async sender(phone) {
      const found = await store.accountByPhone(vault.hashes(`phone:${phone}`));
      if (!found?.active || !may(rolesOf(found.roles), 'guide')) return undefined;
      const { id, orgId, pin } = found;
      return { id, orgId, name: parts.bodyOf(found).name, pin: pin !== undefined };
    },
    async checkPin(id, pin) {
      // Counted before it is checked: those that come at once are counted too.
      const tries = await store.countTry(key(id), clock(), 0);
      const account = await store.account(id);
      if (account?.pin === undefined || tries > MOST_WRONG) return 'locked';
      if (await verify(account.pin, pin)) {
        await store.forgetTries(key(id));
        return 'right';
      }
      if (tries < MOST_WRONG) return 'wrong';
      await store.changeAccount(
        id,
        { pin: null },
        parts.line('pin_locked', { accountId: id, orgId: account.orgId }),
      );
      return 'locked';
    },
    noteByPhone: (accountId, orgId, about) =>
      store.note(parts.line('guidance_by_phone', { accountId, orgId, about })),
  };
}
