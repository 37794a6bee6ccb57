/** What happens at the provider, as lines for whoever sits at the terminal. */
import type { CallEvent, EndReason, Message, Waiting } from '../../simulator/provider.ts';
import { segments } from '../../text/segments.ts';

/** What is told, and what of it matters less. */
export interface Shown {
  readonly text: string;
  readonly aside?: string;
}

const ENDS: Readonly<Record<EndReason, string>> = {
  hangup: 'Relais a raccroché',
  finished: 'appel terminé',
  caller: 'vous avez raccroché',
  rejected: 'le numéro ne prend pas l’appel',
  busy: 'occupé',
  'no-answer': 'personne n’a répondu',
  canceled: 'appel annulé',
  failed: 'l’appel n’a pas abouti',
  error: 'appel coupé : le service a fait une erreur',
};

const DIALS: Readonly<Record<string, string>> = {
  completed: 'conversation terminée',
  busy: 'occupé',
  'no-answer': 'personne ne répond',
  failed: 'ce numéro n’a pas pu être appelé',
};

/** A text that reached a phone; `label` says that it is one, where it comes in the middle of a call. */
export function tellText(message: Message, label: string): Shown {
  const { count, units, perSegment, encoding } = segments(message.body);
  return {
    text: `${label}${message.body}`,
    aside: `[${count} SMS, ${units}/${count * perSegment} ${encoding}]`,
  };
}

/** What one hears and what happens in a call. What the person did is on the screen already. */
export function tellCall(event: CallEvent): Shown | undefined {
  if ('said' in event) return { text: event.said, aside: `(${Math.round(event.seconds)} s)` };
  if ('played' in event) return { text: '[un son enregistré]' };
  if ('beep' in event) return { text: '[beep]' };
  if ('unheard' in event) return { text: '', aside: `[sans effet ici : ${event.unheard}]` };
  if ('silence' in event) return { text: '', aside: `[silence de ${Math.round(event.silence)} s]` };
  if ('recorded' in event) return { text: '', aside: `[message enregistré, ${event.seconds} s]` };
  if ('dialing' in event) return { text: `[Relais appelle le ${toPeople(event.dialing)}]` };
  if ('dialed' in event) return { text: `[${DIALS[event.status] ?? event.status}]` };
  if ('ended' in event) return { text: `[${ENDS[event.reason]}]` };
  if ('waiting' in event) return tellWaiting(event);
  return undefined;
}

/** Only where one key is not the way on. */
function tellWaiting(waiting: Waiting): Shown | undefined {
  if (waiting.waiting === 'digits' && waiting.finishOnKey !== '') {
    return { text: '', aside: `[les chiffres, puis ${waiting.finishOnKey}]` };
  }
  if (waiting.waiting === 'recording') return { text: '', aside: '[/record 4 : parler 4 s]' };
  if (waiting.waiting === 'talk') return { text: '', aside: '[en ligne, /hangup pour finir]' };
  if (waiting.waiting === 'answer') return { text: '[Relais vous appelle : /answer ou /hangup]' };
  return undefined;
}

/** +33 6 12 34 56 78 as one writes it: 06 12 34 56 78. */
export function toPeople(number: string): string {
  const french = /^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(number);
  return french ? `0${french.slice(1).join(' ')}` : number;
}
