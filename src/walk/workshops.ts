/** Dates that the walk meets: one of each kind, near places of the sample. All of it is made up. */
import type { Agenda, Workshops } from '../../flows/workshops.ts';
import { makeWorkshops, type Workshop } from '../knowledge/places/workshops.ts';

const HOUR = 3_600_000;
/** A Monday at 14:00 in Paris, after the moment of the walk. */
const FIRST = Date.UTC(2026, 0, 19, 13);

const there = {
  ...{ address: "1 rue de l'Exemple", postal: '93200', commune: 'Saint-Denis' },
  ...{ lat: 48.9358, lon: 2.358, zone: 'Europe/Paris' },
};

function at(n: number, days: number, more: Partial<Workshop>): Workshop {
  const start = FIRST + days * 24 * HOUR;
  return {
    ...{
      id: `00000000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`,
      theme: 'Exemple Ma boite mail',
    },
    ...{ place: 'Exemple Maison de quartier', ...there, start, end: start + 2 * HOUR, ...more },
  };
}

const ALL = [
  at(1, 0, { seats: 8, level: 'grand débutant', phone: '01 99 00 20 01' }),
  at(2, 1, { theme: 'Exemple Bus des démarches', place: 'Exemple Place du marché' }),
  at(3, 1, { theme: 'Exemple Mes photos', seats: 2 }),
  at(4, 2, { theme: 'Exemple Premiers pas', seats: 1, level: 'débutant' }),
];

export const walkWorkshops: Workshops = makeWorkshops(ALL);

/** One is full, one has the caller. */
export const walkAgenda: Agenda = {
  mine: [{ session: ALL[3]?.id ?? '', code: '1234' }],
  taken: { [ALL[2]?.id ?? '']: 2, [ALL[3]?.id ?? '']: 1 },
};
