/** What the pages of guidance stand on, and their addresses. */
import type { Templates } from '../../../db/templates.ts';
import type { Knowledge } from '../../../flows/knowledge.ts';
import type { StaffAccounts } from '../../accounts/index.ts';
import type { Guidance } from '../../guidance/guidance.ts';
import type { Territories } from '../../phone.ts';
import type { Reminders } from '../../reminders/reminders.ts';

export const SEND = '/console/guidage';
export const SENT = '/console/envois';
export const TEMPLATES = '/console/modeles';

export interface GuidanceDesk {
  readonly accounts: StaffAccounts;
  readonly guidance: Guidance;
  readonly reminders: Reminders;
  readonly templates: Templates;
  readonly knowledge: Knowledge;
  /** Languages that are served, with their own names. */
  readonly languages: readonly { readonly value: string; readonly label: string }[];
  readonly territories: Territories;
  /** Euros for one segment of a text. */
  readonly price: number;
  readonly clock: () => number;
  /** UUIDv7. */
  readonly ids: () => string;
}
