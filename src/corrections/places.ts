/** What is kept of places, read into what the index asks for. Pure. */
import { z } from 'zod';
import type { Correction } from '../../db/corrections.ts';
import type {
  Closure,
  PlaceCorrection,
  PlaceCorrections,
  PlaceSaid,
} from '../knowledge/places/corrections.ts';

const text = z.string().min(1);
const said = z.object({
  phone: text.optional(),
  dial: text.optional(),
  hours: text.optional(),
  address: text.optional(),
  note: text.optional(),
});
const closure = z.object({ until: z.string().regex(/^\d{4}-\d\d-\d\d$/) });

/** As it is written down. */
export const saidBody = (says: PlaceSaid): string => JSON.stringify(says);
export const closureBody = ({ until }: Pick<Closure, 'until'>): string => JSON.stringify({ until });

/** `undefined` for what cannot be read: it is then as if nobody had said it. */
export function readSaid({ body }: Pick<Correction, 'body'>): PlaceSaid | undefined {
  const read = said.safeParse(parsed(body));
  if (!read.success) return undefined;
  return Object.fromEntries(Object.entries(read.data).filter(([, v]) => v !== undefined)) as PlaceSaid;
}

export function readClosure({ part, body }: Pick<Correction, 'part' | 'body'>): Closure | undefined {
  const read = closure.safeParse(parsed(body));
  return read.success ? { from: part, until: read.data.until } : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

export function placeCorrections(
  rows: readonly Correction[],
  phones: PlaceCorrections['phones'],
): PlaceCorrections {
  const byPlace = new Map<string, PlaceCorrection>();
  for (const row of rows) {
    if (row.kind === 'sheet') continue;
    const before = byPlace.get(row.about) ?? { closures: [] };
    if (row.kind === 'closure') {
      const days = readClosure(row);
      if (days) byPlace.set(row.about, { ...before, closures: [...before.closures, days] });
    } else {
      const says = readSaid(row);
      if (says) byPlace.set(row.about, { ...before, said: { says, at: row.at, until: row.expiresAt } });
    }
  }
  return { byPlace, phones };
}
