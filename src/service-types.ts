/** What a service is made of, and what it is once made. */
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Store } from '../db/store.ts';
import type { Knowledge } from '../flows/knowledge.ts';
import type { Texts } from '../flows/texts/index.ts';
import type { Budget } from './budget/budget.ts';
import type { CallbackDesk } from './callbacks/desk.ts';
import type { Roster } from './callbacks/roster.ts';
import type { Balance } from './channels/twilio/balance.ts';
import type { Config } from './config.ts';
import type { Registry } from './consultations/registry.ts';
import type { World } from './conversation/world.ts';
import type { Corrected } from './corrections/index.ts';
import type { PhoneAccounts } from './guidance/by-phone.ts';
import type { Guidance } from './guidance/guidance.ts';
import type { Log } from './log.ts';
import type { Outbox } from './outbox/index.ts';
import type { Fetched } from './recordings/fetching.ts';
import type { Reminders } from './reminders/reminders.ts';
import type { Alone, Rounds } from './rounds.ts';
import type { Vault } from './vault.ts';

/** The account that this service answers for: a provider's, or the simulator's own. */
export interface Account {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiUrl?: string;
  readonly sender: string;
  /** Unsigned requests are let in: a simulator alone. */
  readonly unsigned: boolean;
}

export interface ServiceDeps {
  readonly config: Config;
  readonly publicUrl: string;
  readonly account: Account;
  readonly store: Store;
  readonly vault: Vault;
  readonly knowledge: Knowledge;
  readonly consultations: Registry;
  readonly corrected: Pick<Corrected, 'version' | 'refresh'>;
  readonly texts: Readonly<Record<string, Texts>>;
  /** Who calls back, and the number that then appears (E.164). */
  readonly roster: Roster;
  readonly callerId: string | undefined;
  readonly clock: () => number;
  /** UUIDv7. */
  readonly ids: () => string;
  readonly log: Log;
  /** Recurring work is done by one process of those that share the store. */
  readonly alone: Alone;
  /** What stands outside the pages' own guards: the simulator. */
  readonly bare: readonly FastifyPluginAsync[];
  /** Those who may send sheets from their own phone. */
  readonly phones: PhoneAccounts;
  /** Pages that others add to ours, over what is made here. */
  readonly pages: (
    made: Pick<Service, 'guidance' | 'callbacks' | 'reminders'>,
  ) => readonly FastifyPluginAsync[];
}

export interface Service {
  readonly app: FastifyInstance;
  readonly outbox: Outbox;
  readonly recordings: Rounds<Fetched>;
  readonly retention: Rounds<number>;
  readonly blanking: Rounds<number>;
  readonly world: World;
  readonly guidance: Guidance;
  readonly callbacks: CallbackDesk;
  /** Tells whoever was not called in time. */
  readonly overdue: Rounds<number>;
  readonly reminders: Reminders;
  /** Tells what is due. */
  readonly reminding: Rounds<number>;
  readonly budget: Budget;
  readonly balance: Rounds<Balance>;
  /** Answers what was not; absent where the sender is no number. */
  readonly missed?: Rounds<number>;
}
