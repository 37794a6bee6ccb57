/** What may not be a reminder, and why: in words for the mediator who sets it. */
import type { Knowledge } from '../../flows/knowledge.ts';
import { maskSecrets } from '../text/secrets.ts';

/** A reminder as a mediator writes it. */
export interface ReminderDraft {
  /** E.164, or as typed when it could not be read as a phone. */
  readonly to: string;
  /** The first name that the person knows the mediator by. */
  readonly by: string;
  readonly kind: 'visit' | 'deadline';
  readonly lang: string;
  /** The moment; undefined where it could not be read. */
  readonly at: number | undefined;
  readonly place: string;
  readonly papers: string;
  /** Neither place nor papers are told. */
  readonly discreet: boolean;
  /** The mediator states that the person agreed. */
  readonly consent: boolean;
}

export const MOST_PLACE = 60;
export const MOST_PAPERS = 60;
const MOST_NAME = 20;
const HOUR = 3_600_000;
/** How far ahead one may set it. Milliseconds. */
const AHEAD = 200 * 86_400_000;

export type ReminderField = 'to' | 'by' | 'lang' | 'at' | 'place' | 'papers' | 'consent';
export type ReminderProblems = Readonly<Partial<Record<ReminderField, string>>>;

export function reminderProblems(
  draft: ReminderDraft,
  {
    reachable,
    languages,
    now,
    knowledge,
  }: {
    /** By text, or by call. */
    readonly reachable: boolean;
    readonly languages: readonly string[];
    readonly now: number;
    readonly knowledge: Pick<Knowledge, 'search' | 'sheet'>;
  },
): ReminderProblems {
  const { by, at, place, papers } = draft;
  const named = !draft.discreet && tellsOf([place, papers], knowledge);
  const all: Record<ReminderField, string | undefined> = {
    to: reachable ? undefined : 'Ce numéro n’est pas un téléphone que nous pouvons joindre.',
    by:
      by.length <= MOST_NAME && /^\p{L}[\p{L}' -]*$/u.test(by)
        ? undefined
        : `Un prénom de ${MOST_NAME} lettres au plus.`,
    lang: languages.includes(draft.lang) ? undefined : 'Cette langue n’est pas servie.',
    at:
      at === undefined
        ? 'Écrivez le jour et l’heure.'
        : at < now + HOUR || at > now + AHEAD
          ? 'Une date à venir, d’ici six mois, dans une heure au moins.'
          : undefined,
    place:
      wordsProblem(place, MOST_PLACE) ??
      (named
        ? 'Ce lieu ou ces papiers semblent dire un sujet discret : cochez « ne rien dire du sujet ».'
        : undefined),
    papers: wordsProblem(papers, MOST_PAPERS),
    consent: draft.consent ? undefined : 'La personne doit être d’accord pour être rappelée à ce sujet.',
  };
  return Object.fromEntries(Object.entries(all).filter(([, why]) => why !== undefined));
}

/** The search that answers people knows which words are of a discreet subject. */
function tellsOf(words: readonly string[], knowledge: Pick<Knowledge, 'search' | 'sheet'>): boolean {
  return words.some((said) => {
    const [first] = said.trim() === '' ? [] : knowledge.search(said, 'fr').hits;
    return first !== undefined && knowledge.sheet(first.sheet, 'fr')?.discreet === true;
  });
}

function wordsProblem(words: string, most: number): string | undefined {
  if (words.length > most) return `${most} caractères au plus.`;
  if (/https?:|www\.|\b[a-z0-9-]+\.(fr|com|org|net|eu|info)\b/i.test(words)) return 'Pas d’adresse internet.';
  if (maskSecrets(words).found) return 'Pas de numéro de carte, de sécurité sociale, ni de mot de passe.';
  return undefined;
}
