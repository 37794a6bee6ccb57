/** What every engine behind the port keeps to. Each part is one file; this one puts them together. */
import { afterEach, beforeEach, describe } from 'vitest';
import { accountsContract } from './contract-accounts.ts';
import { callbacksContract } from './contract-callbacks.ts';
import { consultationsContract } from './contract-consultations.ts';
import { contentContract } from './contract-content.ts';
import { enrolmentsContract } from './contract-enrolments.ts';
import { erasingContract } from './contract-erasing.ts';
import { exchangeContract } from './contract-exchange.ts';
import { generationsContract } from './contract-generations.ts';
import { guidanceContract } from './contract-guidance.ts';
import { keptContract } from './contract-kept.ts';
import { outboxContract } from './contract-outbox.ts';
import { peopleContract } from './contract-people.ts';
import { purgeContract } from './contract-purge.ts';
import { remindersContract } from './contract-reminders.ts';
import { resealingContract } from './contract-resealing.ts';
import { voicesContract } from './contract-voices.ts';
import { watchingContract } from './contract-watching.ts';
import type { Harness } from './harness.ts';

/** Runs the whole suite over stores that `open` makes, a new and empty one for each test. */
export function storeContract(name: string, open: () => Promise<Harness>): void {
  describe(`the store over ${name}`, () => {
    let harness: Harness;
    beforeEach(async () => {
      harness = await open();
    });
    afterEach(() => harness.close());

    const now = () => harness;
    exchangeContract(now);
    peopleContract(now);
    outboxContract(now);
    keptContract(now);
    purgeContract(now);
    generationsContract(now);
    voicesContract(now);
    consultationsContract(now);
    erasingContract(now);
    guidanceContract(now);
    watchingContract(now);
    remindersContract(now);
    resealingContract(now);
    accountsContract(now);
    enrolmentsContract(now);
    contentContract(now);
    callbacksContract(now);
  });
}
