/** A consultation whose last day is over is closed by the service itself: no secret waits for somebody's command. */
import type { OpenConsultations } from '../../flows/consultations.ts';
import { type Alone, makeRounds, type RoundLog, type Rounds } from '../rounds.ts';
import type { Desk } from './desk.ts';

const DAY = 86_400_000;
const EVERY_MS = 60_000;
/** Whoever was reading their vote back at the last instant may still confirm it. */
const GRACE_MS = 10 * 60_000;

/** A round answers how many it closed. */
export function closeOverdue(deps: {
  readonly desk: Pick<Desk, 'close' | 'list'>;
  readonly consultations: Pick<OpenConsultations, 'ids' | 'get'> & { refresh(): Promise<void> };
  readonly clock: () => number;
  readonly log: RoundLog;
  readonly alone?: Alone;
}): Rounds<number> {
  /** Nothing that this process began is left undone. */
  let settled = false;

  /** Closed lately: whoever did it may have died before the results were handed out. Asked once by each process, and after a failure. */
  async function lately(now: number): Promise<string[]> {
    if (settled) return [];
    const all = await deps.desk.list();
    return all.flatMap(({ of, closedAt }) => (closedAt !== null && now - closedAt < DAY ? [of.slug] : []));
  }

  async function round(now: number): Promise<number> {
    const { desk, consultations, log } = deps;
    await consultations.refresh();
    const over = consultations.ids().flatMap((id) => {
      const of = consultations.get(id);
      return of && now >= of.closes + GRACE_MS ? [of.slug] : [];
    });
    const undone = await lately(now);
    settled = false;
    for (const slug of undone) await desk.close(slug);
    for (const slug of over) {
      const { emptied } = await desk.close(slug);
      log.info({ slug, emptied }, 'a consultation was closed: destroy the backups made while it was open');
    }
    settled = true;
    return over.length;
  }
  return makeRounds({ ...deps, name: 'consultations', round, everyMs: EVERY_MS });
}
