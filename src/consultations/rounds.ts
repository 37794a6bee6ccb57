/** A consultation whose last day is over is closed by the service itself: no secret waits for somebody's command. */
import type { OpenConsultations } from '../../flows/consultations.ts';
import { type Alone, makeRounds, type RoundLog, type Rounds } from '../rounds.ts';
import type { Desk } from './desk.ts';

const EVERY_MS = 60_000;
/** Whoever was reading their vote back at the last instant may still confirm it. */
const GRACE_MS = 10 * 60_000;

/** A round answers how many it closed. */
export function closeOverdue(deps: {
  readonly desk: Pick<Desk, 'close'>;
  readonly consultations: Pick<OpenConsultations, 'ids' | 'get'> & { refresh(): Promise<void> };
  readonly clock: () => number;
  readonly log: RoundLog;
  readonly alone?: Alone;
}): Rounds<number> {
  async function round(now: number): Promise<number> {
    const { desk, consultations, log } = deps;
    await consultations.refresh();
    const over = consultations.ids().flatMap((id) => {
      const of = consultations.get(id);
      return of && now >= of.closes + GRACE_MS ? [of.slug] : [];
    });
    for (const slug of over) {
      const { emptied } = await desk.close(slug);
      log.info({ slug, emptied }, 'a consultation was closed: destroy the backups made while it was open');
    }
    return over.length;
  }
  return makeRounds({ ...deps, name: 'consultations', round, everyMs: EVERY_MS });
}
