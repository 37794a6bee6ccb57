/** Sheets that a mediator sends from a basic phone. */
import type { Verdict } from '../../flows/envoi/index.ts';
import type { StaffPhones } from '../conversation/staff.ts';
import type { Guidance } from './guidance.ts';

/** What is asked of the accounts. */
export interface PhoneAccounts {
  /** Who may send sheets and has this phone (E.164). */
  byPhone(
    phone: string,
  ): Promise<
    { readonly id: string; readonly orgId: string; readonly name: string; readonly pin: boolean } | undefined
  >;
  checkPin(id: string, pin: string): Promise<'right' | 'wrong' | 'locked'>;
  note(account: string, orgId: string, about: string): Promise<void>;
}

export function makeByPhone(accounts: PhoneAccounts, guidance: () => Guidance): StaffPhones {
  return {
    async find(number) {
      const found = await accounts.byPhone(number);
      if (found === undefined) return undefined;
      const { id, orgId, name, pin } = found;
      return { id, orgId, by: name.split(' ')[0] ?? name, ready: pin };
    },
    async send({ id, account, org, by, to, sheet }, pin, number): Promise<Verdict> {
      // The account may have been closed, or given another phone, since the order.
      if ((await accounts.byPhone(number))?.id !== account) return 'refused';
      const is = await accounts.checkPin(account, pin);
      if (is !== 'right') return is;
      const draft = { to, by, sheet, lang: 'fr', alone: false, consent: true };
      const done = await guidance().send(draft, { orgId: org, author: account }, id);
      if (done.is === 'wrong') return 'refused';
      if (done.is !== 'taken') return 'capped';
      await accounts.note(account, org, id);
      return 'sent';
    },
  };
}
