/** Which organisations call back, in memory: read again every few seconds, since a desk changes its hours at any time. */
import type { Organisation } from '../../db/accounts.ts';
import type { Store } from '../../db/store.ts';
import type { Duty, Safe } from '../../flows/duty.ts';
import { may, rolesOf } from '../accounts/index.ts';
import { holidaysOf, zoneOf } from '../knowledge/geo/zones.ts';
import { type CompiledHours, hoursCompiler } from '../knowledge/hours/index.ts';
import { dialledFrom } from '../phone.ts';
import { makeRounds, type RoundLog, type Rounds } from '../rounds.ts';
import { promised, type Wanted } from './promise.ts';

export interface RosterDeps {
  readonly store: Pick<Store, 'duties' | 'organisations' | 'accounts'>;
  /** The number that appears, E.164. Without one nobody is called. */
  readonly number: string | undefined;
  readonly clock: () => number;
  readonly log: RoundLog;
}

export interface Roster extends Duty {
  /** A new promise of one organisation. */
  next(orgId: string, wanted: Wanted): number | undefined;
  /** How many organisations call back. */
  readonly rounds: Rounds<number>;
}

interface OnDuty extends Pick<Organisation, 'id' | 'departments' | 'isDefault'> {
  readonly hours: CompiledHours;
}

const EVERY = 5_000;
/** Somebody who may be called at any time, for whether anybody is on duty at all. */
const ANYBODY = { zone: 'Europe/Paris', safe: 'any' as Safe };

export async function makeRoster({ store, number, clock, log }: RosterDeps): Promise<Roster> {
  const compile = hoursCompiler();
  let all: readonly OnDuty[] = [];

  async function round(): Promise<number> {
    const [duties, organisations] = await Promise.all([store.duties(), store.organisations()]);
    const on: OnDuty[] = [];
    for (const { id, departments, isDefault } of organisations) {
      const duty = number === undefined ? undefined : duties.find(({ orgId }) => orgId === id);
      if (duty === undefined) continue;
      const people = await store.accounts(id);
      // Hours without anybody who keeps them are no promise.
      if (!people.some((one) => one.active && may(rolesOf(one.roles), 'call'))) continue;
      const local = { zone: zoneOf(duty.department), holidays: holidaysOf(duty.department) };
      on.push({ id, departments, isDefault, hours: compile({ hours: duty.hours }, local) });
    }
    all = on;
    return on.length;
  }

  const rounds = makeRounds({ name: 'roster', round, clock, log, everyMs: EVERY });
  await rounds.tick();
  return {
    rounds,
    any: (now) => all.some(({ hours }) => promised(hours, { ...ANYBODY, now }) !== undefined),
    taker({ department, ...wanted }) {
      const covering = all.filter(({ departments }) => departments.includes(department));
      return (
        soonest(covering, wanted) ??
        soonest(
          all.filter(({ isDefault }) => isDefault),
          wanted,
        )
      );
    },
    number: (from) => (number === undefined ? '' : dialledFrom(number, from)),
    next(orgId, wanted) {
      const of = all.find(({ id }) => id === orgId);
      return of && promised(of.hours, wanted);
    },
  };
}

/** Who keeps the earliest promise. */
function soonest(some: readonly OnDuty[], wanted: Wanted): { org: string; deadline: number } | undefined {
  return some
    .flatMap(({ id, hours }) => {
      const deadline = promised(hours, wanted);
      return deadline === undefined ? [] : [{ org: id, deadline }];
    })
    .sort((a, b) => a.deadline - b.deadline || (a.org < b.org ? -1 : 1))[0];
}
