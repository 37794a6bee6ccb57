/** How the desk says what a request is, how far it is, and why nothing was done. */
import type { BridgeOutcome, CallbackState } from '../../../db/callbacks.ts';
import type { Safe, Way } from '../../../flows/duty.ts';
import type { Knowledge, ThemeId } from '../../../flows/knowledge.ts';
import type { ListedCallback, NotCalled } from '../../callbacks/desk.ts';
import { THEME_SAID } from '../content/deps.ts';

export const STATE_SAID: Readonly<Record<CallbackState, string>> = {
  open: 'attend',
  claimed: 'pris',
  done: 'terminé',
  missed: 'sans réponse',
  expired: 'pas rappelé à temps',
  cancelled: 'annulé',
};

export const WAY_SAID: Readonly<Record<Way, string>> = {
  message: 'Par téléphone. Un message neutre est permis : jamais le sujet.',
  call: 'Par téléphone. Ne laissez jamais de message.',
  text: 'Par SMS seulement : n’appelez pas.',
};

export const SAFE_SAID: Readonly<Record<Safe, string>> = {
  any: 'de 8 h à 21 h',
  morning: 'le matin seulement (8 h à 12 h)',
  afternoon: 'l’après-midi seulement (12 h à 18 h)',
};

export const NOT_CALLED: Readonly<Record<NotCalled, string>> = {
  not_yours: 'Ce rappel n’est pas à vous. Prenez-le d’abord.',
  no_phone: 'Notez d’abord votre téléphone dans « Mon compte » : c’est lui que nous appelons.',
  text_only: 'La personne veut un SMS, pas un appel.',
  unsafe: 'Pas à cette heure : la personne ne peut pas être appelée maintenant.',
  stopped: 'La personne a écrit STOP : l’opérateur bloque tout jusqu’à ce qu’elle écrive START.',
  uncallable: 'Ce numéro ne peut pas être appelé.',
  going_on: 'Un appel est déjà en cours.',
  failed: 'L’appel n’a pas pu partir. Réessayez dans quelques minutes.',
};

/** The subject, in the desk's words. */
export function topicSaid(knowledge: Knowledge, topic: string): string {
  const [kind = '', id = ''] = topic.split(':');
  if (topic === 'danger') return 'danger';
  if (kind === 'theme') return THEME_SAID[id as ThemeId] ?? 'sujet non dit';
  return knowledge.body(id, 'fr')?.name.text ?? 'sujet non dit';
}

export function placeSaid({ places }: Knowledge, where: string | null): string {
  const spot = where === null ? undefined : places.spot(where);
  return spot ? `${spot.name} (${spot.department})` : 'commune non dite';
}

const OUTCOME_SAID: Readonly<Record<BridgeOutcome, string>> = {
  joined: 'La personne a répondu.',
  left: 'Décroché sans confirmation : peut-être un répondeur.',
  unanswered: 'Pas de réponse. La personne est prévenue.',
  busy: 'La ligne était occupée. La personne est prévenue.',
  failed: 'L’appel n’a pas pu partir.',
  declined: 'Vous n’avez pas pris l’appel : la personne n’a pas été appelée.',
};

/** How far the last call is; nothing where there was none. */
export function bridgeSaid({ row: { bridge }, calling }: ListedCallback): string | undefined {
  if (bridge === null) return undefined;
  const { answeredAt, acceptedAt, joinedAt, outcome } = bridge;
  if (outcome !== null) return OUTCOME_SAID[outcome];
  if (!calling) return 'Appel terminé.';
  if (joinedAt !== null) return 'Vous êtes en relation.';
  if (acceptedAt !== null) return 'Nous appelons la personne.';
  return answeredAt === null
    ? 'Votre téléphone sonne. Décrochez, puis tapez 1.'
    : 'Vous avez décroché : tapez 1 pour appeler la personne.';
}

/** What is late, in a word; nothing where there is time. */
export function lateSaid({ row }: ListedCallback, now: number): string | undefined {
  if (row.closedAt !== null) return undefined;
  if (row.deadline < now) return 'en retard';
  return row.late ? 'déjà manqué une fois' : undefined;
}
