/** Opening hours for the index of places. */
import type { Opening } from '../../../flows/places.ts';
import { holidaysOf } from '../geo/zones.ts';
import { type Calendar, type CompiledHours, calendarOf, hoursCompiler, openingAt } from '../hours/index.ts';
import type { CompileHours, ReadHours } from './model.ts';

const NEVER: ReadonlySet<number> = new Set();

/** Reads hours by the clock and the public holidays of where they are kept. Keep one for all the places. */
export function makeCompile(): CompileHours {
  const compiler = hoursCompiler();
  const calendars = new Map<string, Calendar>();
  return (osm, { zone, department }) => {
    const compiled = compiler({ hours: osm }, { zone, holidays: holidaysOf(department) });
    const key = `${compiled.clock.zone} ${compiled.days.region}`;
    const calendar = calendars.get(key) ?? calendarOf(compiled.clock, compiled.days);
    calendars.set(key, calendar);
    return { at: (instant) => told(compiled, instant), ...mayBe(compiled, calendar) };
  };
}

function told(compiled: CompiledHours, instant: number): Opening {
  const opening = openingAt(compiled, instant);
  if (opening.is === 'unknown') return opening;
  if (opening.is === 'open') {
    return opening.until === undefined ? { is: 'open' } : { is: 'open', until: opening.until };
  }
  return opening.opens === undefined ? { is: 'closed' } : { is: 'closed', opens: opening.opens };
}

/** Hours that only the library reads may be open at any time; those that nobody reads, or with a comment, never are. */
function mayBe({ by, comment }: CompiledHours, calendar: Calendar): Pick<ReadHours, 'may'> {
  if (by === undefined || comment !== undefined) return { may: { calendar, slots: NEVER } };
  return by.kind === 'library' ? {} : { may: { calendar, slots: by.slots } };
}
