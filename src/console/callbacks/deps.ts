/** What the pages of call-backs stand on, and their addresses. */
import type { Knowledge } from '../../../flows/knowledge.ts';
import type { StaffAccounts } from '../../accounts/index.ts';
import type { CallbackDesk } from '../../callbacks/desk.ts';

export const CALLS = '/console/rappels';
export const DUTY = '/console/permanence';

export interface CallsDesk {
  readonly callbacks: CallbackDesk;
  readonly accounts: StaffAccounts;
  readonly knowledge: Knowledge;
  readonly clock: () => number;
}
