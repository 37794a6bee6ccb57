/** How far a guidance is, in words for the mediator, with what to do where it did not arrive. Pure. */
import type { StoredGuidance } from '../../db/guidance.ts';

export type Stage =
  | 'scheduled'
  | 'queued'
  | 'sent'
  | 'delivered'
  | 'failed'
  | 'cancelled'
  /** Its text is no longer kept. */
  | 'past';

export interface Status {
  readonly stage: Stage;
  /** In French: the desk's language. */
  readonly said: string;
  /** What the mediator may do about it. */
  readonly todo?: string;
  /** What the person did: answered, heard it by call, opened the page, said that it was not for them. */
  readonly marks: readonly string[];
  /** Sending it again may help. */
  readonly again: boolean;
  /** It may still be taken back. */
  readonly cancellable: boolean;
}

interface Why {
  readonly said: string;
  readonly todo: string;
  readonly again?: boolean;
}

const LANDLINE: Why = {
  said: 'c’est un téléphone fixe',
  todo: 'Demandez un numéro de mobile, ou donnez le numéro d’appel du service.',
};
const OPTED_OUT: Why = {
  said: 'cette personne ne veut pas de nos SMS',
  todo: 'Ne renvoyez pas. Elle peut les reprendre en nous écrivant RECEVOIR, ou START si cela ne suffit pas.',
};
const UNREACHABLE: Why = {
  said: 'le téléphone est éteint ou hors réseau',
  todo: 'Renvoyez plus tard dans la journée.',
  again: true,
};
const WRONG: Why = {
  said: 'ce numéro n’existe pas ou n’est plus attribué',
  todo: 'Vérifiez le numéro avec la personne.',
};
const FILTERED: Why = {
  said: 'l’opérateur a bloqué ce texte',
  todo: 'Ôtez la note et renvoyez. Si cela se répète, prévenez l’administrateur.',
  again: true,
};
const BUSY: Why = {
  said: 'le réseau d’envoi n’a pas répondu, après plusieurs essais',
  todo: 'Renvoyez dans une heure. Si cela se répète, prévenez l’administrateur.',
  again: true,
};

/** By the provider's code, or by a name of ours. */
const WHY: Readonly<Record<string, Why>> = {
  '21610': OPTED_OUT,
  refused: OPTED_OUT,
  '21614': LANDLINE,
  '21635': LANDLINE,
  '30006': LANDLINE,
  '21211': WRONG,
  '30005': WRONG,
  '30003': UNREACHABLE,
  '30007': FILTERED,
  '20429': BUSY,
  '30001': BUSY,
  timeout: BUSY,
  network: BUSY,
  interrupted: BUSY,
};
/** Whatever else it was. */
const OTHER: Why = {
  said: 'le réseau d’envoi l’a refusé',
  todo: 'Renvoyez une fois. Si cela se répète, prévenez l’administrateur.',
  again: true,
};

export function statusOf(row: Omit<StoredGuidance, 'body' | 'number'>, now: number): Status {
  const marks = marksOf(row);
  const { text } = row;
  const still = { marks, again: false, cancellable: false };
  if (row.cancelledAt !== null) return { ...still, stage: 'cancelled', said: 'Annulé avant l’envoi' };
  if (text === null) return { ...still, stage: 'past', said: 'Envoyé ; le détail n’est plus gardé' };
  switch (text.state) {
    case 'pending':
      return text.dueAt > now && text.attempts === 0
        ? { ...still, stage: 'scheduled', said: 'Prévu', cancellable: true }
        : {
            ...{ ...still, stage: 'queued', cancellable: true },
            said: text.attempts === 0 ? 'En file d’envoi' : 'Nouvel essai d’envoi dans quelques minutes',
          };
    case 'sending':
      return { ...still, stage: 'queued', said: 'En cours d’envoi' };
    case 'handed':
    case 'sent':
      return { ...still, stage: 'sent', said: 'Envoyé, pas encore confirmé par le téléphone', again: true };
    case 'delivered':
      return { ...still, stage: 'delivered', said: 'Arrivé sur le téléphone', again: true };
    case 'expired':
      return {
        ...{ ...still, stage: 'failed', said: 'Pas envoyé : trop tard', again: true },
        todo: 'Renvoyez si c’est encore utile.',
      };
    case 'failed': {
      const { said, todo, again = false } = WHY[text.code ?? ''] ?? OTHER;
      return { ...still, stage: 'failed', said: `Pas arrivé : ${said}`, todo, again };
    }
  }
}

function marksOf({ answeredAt, heardAt, openedAt, outcome }: Omit<StoredGuidance, 'body' | 'number'>) {
  return [
    ...(outcome === 'refused' ? ['Pas la bonne personne'] : []),
    ...(outcome === 'locked' ? ['Trois mots faux : refermé'] : []),
    ...(answeredAt !== null && outcome === null ? ['A répondu'] : []),
    ...(heardAt !== null ? ['A écouté par téléphone'] : []),
    ...(openedAt !== null ? ['Page ouverte'] : []),
  ];
}
