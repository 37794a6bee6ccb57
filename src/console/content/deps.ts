/** What the pages of content stand on, and their addresses. */
import type { Store } from '../../../db/store.ts';
import type { Knowledge } from '../../../flows/knowledge.ts';
import type { Corrected } from '../../corrections/index.ts';
import type { Moderating } from '../../moderation/index.ts';
import type { Vault } from '../../vault.ts';

export const PLACES = '/console/lieux';
export const SHEETS = '/console/fiches';
export const QUESTIONS = '/console/questions';
export const MODERATION = '/console/moderation';
export const BILAN = '/console/bilan';

export interface ContentDesk {
  readonly store: Pick<
    Store,
    | 'correct'
    | 'uncorrect'
    | 'placePhones'
    | 'addPlacePhone'
    | 'dropPlacePhone'
    | 'unanswered'
    | 'dropUnanswered'
    | 'tallies'
    | 'feedback'
    | 'obstacles'
    | 'recording'
  >;
  readonly vault: Pick<Vault, 'open' | 'number'>;
  readonly corrected: Corrected;
  readonly knowledge: Knowledge;
  readonly moderation: Moderating;
  readonly clock: () => number;
  /** UUIDv7. */
  readonly ids: () => string;
}

/** As the desk names the subjects. */
export const THEME_SAID: Readonly<Record<string, string>> = {
  papers: 'papiers',
  benefits: 'aides',
  health: 'santé',
  housing: 'logement',
  work: 'travail',
  family: 'famille',
  school: 'école',
  residence: 'séjour',
  age: 'âge et handicap',
  money: 'argent',
  justice: 'justice',
  transport: 'transport',
};
