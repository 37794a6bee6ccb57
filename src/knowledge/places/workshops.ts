/** Permanences and workshops: what happens at a place at given times. Found by place and date. */
import type { Where } from '../../../flows/places.ts';
import { metresBetween } from './nearest.ts';

/** One occurrence: a bus that comes every Thursday is one of these a week. */
export interface Workshop {
  /** UUID, the same over imports: enrolments hold it. */
  readonly id: string;
  readonly theme: string;
  /** Name of the place. */
  readonly place: string;
  readonly address: string;
  readonly postal: string;
  readonly commune: string;
  readonly lat: number;
  readonly lon: number;
  readonly zone: string;
  /** UTC milliseconds. */
  readonly start: number;
  readonly end: number;
  /** Absent: anybody may come. */
  readonly seats?: number;
  readonly level?: string;
  readonly phone?: string;
  readonly dial?: string;
}

export interface WorkshopNear {
  readonly workshop: Workshop;
  readonly metres: number;
}

export interface WorkshopQuery {
  readonly where: Where;
  /** What has ended by then is over. */
  readonly from: number;
  /** Only what begins before this instant: the end of a day that somebody asked for. */
  readonly until?: number;
  readonly skip: number;
  readonly take: number;
}

export interface Workshops {
  /** The soonest within 40 km, the closest first of those that begin together. */
  sessionsNear(query: WorkshopQuery): readonly WorkshopNear[];
  /** One of them by its id, over or not. */
  session(id: string): Workshop | undefined;
}

/** Farther than this nobody comes for an hour. */
const FARTHEST = 40_000;

/** Workshops in memory. Some thousands: they are looked through, from the first that is not over. */
export function makeWorkshops(rows: Iterable<Workshop>): Workshops {
  const all = [...rows].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
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
