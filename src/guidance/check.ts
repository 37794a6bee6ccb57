/** What may not be sent, and why: every problem of a draft at once, in words for the mediator who writes it. */
import { wordOf } from '../../flows/guidance/index.ts';
import type { Knowledge } from '../../flows/knowledge.ts';
import type { Caller } from '../phone.ts';
import { maskSecrets } from '../text/secrets.ts';

/** A guidance as a mediator writes it. */
export interface Draft {
  /** E.164, or as typed when it could not be read as a mobile. */
  readonly to: string;
  /** The first name that the person knows the mediator by. */
  readonly by: string;
  readonly sheet: string;
  readonly lang: string;
  /** A place and the spot from which it was picked. */
  readonly place?: { readonly id: string; readonly spot: string };
  /** A short personal line. */
  readonly note?: string;
  /** Agreed face to face. */
  readonly word?: string;
  /** The phone is theirs alone and they agreed to the subject. */
  readonly alone: boolean;
  /** The mediator states that the person agreed to get this text. */
  readonly consent: boolean;
  /** When it is to leave: UTC milliseconds; as soon as may be unless said. */
  readonly at?: number;
  /** Quiet hours do not hold it. */
  readonly urgent?: boolean;
}

/** Characters of a personal line, and of a name. */
export const MOST_NOTE = 100;
export const MOST_NAME = 20;
/** How far ahead one may schedule. Milliseconds. */
const AHEAD = 90 * 86_400_000;
/** A form that was filled in for a moment is not in the past. */
const GRACE = 10 * 60_000;

export type Field = 'to' | 'by' | 'sheet' | 'lang' | 'place' | 'note' | 'word' | 'consent' | 'at';
/** In French: the desk's language. */
export type Problems = Readonly<Partial<Record<Field, string>>>;

export function problemsOf(
  draft: Draft,
  to: Caller,
  {
    knowledge,
    languages,
    now,
  }: { readonly knowledge: Knowledge; readonly languages: readonly string[]; readonly now: number },
): Problems {
  const { note = '', word, place, at } = draft;
  const sheet = knowledge.sheet(draft.sheet, draft.lang);
  const where = place && knowledge.places.spot(place.spot);
  const closed = sheet?.discreet === true && !draft.alone;
  return clean({
    to: to.mobile ? undefined : 'Ce numéro n’est pas un mobile que nous pouvons joindre par SMS.',
    by: isName(draft.by) ? undefined : `Un prénom de ${MOST_NAME} lettres au plus.`,
    sheet: sheet ? undefined : 'Choisissez une fiche.',
    lang: languages.includes(draft.lang) ? undefined : 'Cette langue n’est pas servie.',
    place:
      place === undefined || (where && knowledge.places.place(place.id, where, now))
        ? undefined
        : 'Ce lieu n’existe plus. Choisissez-en un autre.',
    note: noteProblem(note),
    word:
      word === undefined || word === ''
        ? closed
          ? 'Sujet discret : convenez d’un mot avec la personne, de vive voix.'
          : undefined
        : wordOf(word) === undefined
          ? 'Un seul mot, de 4 à 12 lettres ou chiffres.'
          : undefined,
    consent: draft.consent ? undefined : 'La personne doit être d’accord pour recevoir ce SMS.',
    at:
      at === undefined || (at >= now - GRACE && at <= now + AHEAD)
        ? undefined
        : 'Une date à venir, dans les trois mois.',
  });
}

function noteProblem(note: string): string | undefined {
  if (note.length > MOST_NOTE) return `${MOST_NOTE} caractères au plus.`;
  // Only our own page is linked: a text that names another address is what frauds look like.
  if (/https?:|www\.|\b[a-z0-9-]+\.(fr|com|org|net|eu|info)\b/i.test(note)) return 'Pas d’adresse internet.';
  if (maskSecrets(note).found) return 'Pas de numéro de carte, de sécurité sociale, ni de mot de passe.';
  return undefined;
}

function isName(by: string): boolean {
  return by.length <= MOST_NAME && /^\p{L}[\p{L}' -]*$/u.test(by);
}

function clean(all: Readonly<Record<Field, string | undefined>>): Problems {
  return Object.fromEntries(Object.entries(all).filter(([, why]) => why !== undefined));
}
