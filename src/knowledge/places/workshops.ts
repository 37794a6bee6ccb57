/** Permanences and workshops: what happens at a place at given times. Found by place and date. */
import type { Workshop, WorkshopNear, WorkshopQuery, Workshops } from '../../../flows/workshops.ts';
import { metresBetween } from './nearest.ts';
import { shortName } from './short-name.ts';

export type { Workshop, WorkshopNear, WorkshopQuery, Workshops };

/** Farther than this nobody comes for an hour. */
const FARTHEST = 40_000;

/** Workshops in memory. Some thousands: they are looked through, from the first that is not over. */
export function makeWorkshops(rows: Iterable<Workshop>): Workshops {
  const all = [...rows]
    .map((one) => ({ ...one, theme: shortName(one.theme), place: shortName(one.place) }))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  const byId = new Map(all.map((one) => [one.id, one]));
  return {
    sessionsNear({ where, from, until = Number.POSITIVE_INFINITY, skip, take }) {
      const found: WorkshopNear[] = [];
      for (const workshop of all) {
        if (workshop.start >= until) break;
        if (workshop.end <= from || workshop.zone !== where.zone) continue;
        const metres = metresBetween(where, workshop);
        if (metres <= FARTHEST) found.push({ workshop, metres });
      }
      found.sort((a, b) => a.workshop.start - b.workshop.start || a.metres - b.metres);
      return found.slice(skip, skip + take);
    },
    session: (id) => byId.get(id),
  };
}
