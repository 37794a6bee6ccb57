// @ts-check
/** What happens in a call, in words that people know. */
import { element, scrolling } from './dom.js';
import { toPeople } from './numbers.js';

/** @typedef {import('./api.js').CallEvent} CallEvent */
/** @typedef {import('./api.js').Waiting} Waiting */

/** @type {Record<string, string>} */
const ENDS = {
  hangup: 'Relais a raccroché.',
  finished: 'L’appel est terminé.',
  caller: 'Vous avez raccroché.',
  rejected: 'Le numéro ne prend pas l’appel.',
  busy: 'La ligne est occupée.',
  'no-answer': 'Personne n’a répondu.',
  canceled: 'L’appel a été annulé.',
  failed: 'L’appel n’a pas abouti.',
  error: 'L’appel est coupé : le service a fait une erreur.',
};

/** @type {Record<string, string>} */
const DIALS = {
  completed: 'La conversation est finie.',
  busy: 'La ligne appelée est occupée.',
  'no-answer': 'Personne ne répond à ce numéro.',
  failed: 'Ce numéro n’a pas pu être appelé.',
};

/** @param {CallEvent} event @returns {[string, string] | undefined} who, and what */
function line(event) {
  if ('said' in event) return ['voice', event.said];
  if ('played' in event) return ['voice', '♪ un son enregistré'];
  if (event.waiting === 'answer') return ['noise', 'Le téléphone sonne.'];
  if ('beep' in event) return ['noise', 'Bip'];
  if ('pressed' in event) return ['me', `Touche ${event.pressed}`];
  if ('spoken' in event) return ['me', `« ${event.spoken} »`];
  if ('unheard' in event) return ['noise', `Sans effet ici : ${event.unheard}`];
  if ('silence' in event) return ['noise', `Silence de ${Math.round(event.silence)} secondes`];
  if ('recorded' in event) return ['me', `Message enregistré, ${event.seconds} s`];
  if ('dialing' in event) return ['noise', `Relais appelle le ${toPeople(event.dialing)}`];
  if ('dialed' in event) return ['noise', DIALS[event.status] ?? event.status];
  if ('ended' in event) return ['noise', ENDS[event.reason] ?? 'L’appel est terminé.'];
  return undefined;
}

/** @type {Record<string, string>} */
const WHO = { voice: 'La voix', me: 'Vous', noise: '' };

/** @param {Waiting | undefined} waiting */
export function waitingWords(waiting) {
  if (!waiting) return '';
  switch (waiting.waiting) {
    case 'digits': {
      const keys =
        waiting.numDigits === 1
          ? 'Appuyez sur une touche'
          : waiting.finishOnKey
            ? `Tapez les chiffres, puis ${waiting.finishOnKey}`
            : 'Tapez les chiffres';
      return waiting.speech ? `${keys}, ou parlez.` : `${keys}.`;
    }
    case 'speech':
      return 'On vous écoute : parlez.';
    case 'recording':
      return `Laissez votre message, ${waiting.maxLength} secondes au plus.`;
    case 'talk':
      return `Vous parlez avec le ${toPeople(waiting.with)}.`;
    default:
      return 'Relais vous appelle.';
  }
}

/** @param {HTMLElement} list */
export function makeHeard(list) {
  const showLast = scrolling(list);
  /** It rings and nobody has answered yet. */
  let rang = false;
  return {
    /** @param {CallEvent} event */
    add(event) {
      if (event.waiting === 'answer') rang = true;
      if (event.status === 'in-progress') rang = false;
      const missed = 'ended' in event && rang;
      /** @type {[string, string] | undefined} */
      const found = missed ? ['noise', 'Appel manqué.'] : line(event);
      if (!found) return;
      const [who, words] = found;
      const label = WHO[who] ? [element('span', 'who', WHO[who])] : [];
      list.append(element('li', who, ...label, element('p', '', words)));
      showLast();
    },
    clear() {
      rang = false;
      list.replaceChildren();
    },
  };
}
