/** Words that are the whole message and open a dialogue of civic life or of what is kept: "temoigner", "retirer 1234 5678", "signaler la caf de Creil est fermee". Pure. */
import { codeIn } from './civic/machine.ts';
import { tenDigits } from './consultations.ts';
import type { FlowEvent } from './flow.ts';
import { daysIn, onlyDays } from './premises/days.ts';
import { bare, type Ears } from './words.ts';

export interface Opened {
  readonly flow: string;
  readonly event: FlowEvent;
}

/** Words behind "signaler" from which on it is a sentence, and not a label. */
const SENTENCE = 2;

/** "Ferme 24/12", "fermé du 24/12 au 3/1", "ouvert": a word and days, and nothing else. */
export function saysDays(text: string, ears: Ears): 'closed' | 'open' | undefined {
  const [first = '', ...rest] = text.split(' ');
  const is = (key: 'closed' | 'open') =>
    Object.values(ears.languages).some((t) => t.premises.words[key].includes(first));
  if (is('open')) return rest.length === 0 ? 'open' : undefined;
  return is('closed') && onlyDays(rest.join(' ')) ? 'closed' : undefined;
}

/** A place's own staff say that it is closed, or open again; anybody else's "ferme" is an ordinary text. */
function ownPlace(inner: string, ears: Ears): Opened | undefined {
  const says = saysDays(inner, ears);
  const places = says === undefined ? [] : (ears.own?.places() ?? []);
  if (ears.own === undefined || places.length === 0) return undefined;
  if (says === 'open') return { flow: 'premises', event: { type: 'REOPEN', places } };
  const days = daysIn(inner.slice(inner.indexOf(' ') + 1), ears.own.now);
  if (days === undefined) return { flow: 'premises', event: { type: 'UNCLEAR' } };
  return { flow: 'premises', event: { type: 'CLOSE', places, ...days } };
}

/** What these words open, if anything; `text` is normalized. */
export function opensBy(text: string, ears: Ears): Opened | undefined {
  const inner = bare(text, ears);
  const id = ears.called?.(inner) ?? ears.called?.(text);
  if (id !== undefined) return { flow: 'consultation', event: { type: 'BEGIN', id } };
  const premises = ownPlace(inner, ears);
  if (premises !== undefined) return premises;
  const all = Object.values(ears.languages).map((t) => t.civic.words);
  const is = (key: 'hub' | 'tell' | 'obstacle' | 'withdraw') => all.some((w) => w[key].includes(inner));
  if (is('tell')) return { flow: 'testimony', event: { type: 'ASK' } };
  if (is('obstacle')) return { flow: 'obstacle', event: { type: 'ASK' } };
  if (is('withdraw')) return { flow: 'civic', event: { type: 'WITHDRAW' } };
  const asks = (key: 'show' | 'erase') =>
    Object.values(ears.languages).some((t) => t.privacy.words[key].includes(inner));
  if (asks('erase')) return { flow: 'privacy', event: { type: 'ERASE' } };
  if (asks('show')) return { flow: 'privacy', event: { type: 'SHOW' } };
  const dates = (key: 'open' | 'mine') =>
    Object.values(ears.languages).some((t) => t.agenda.words[key].includes(inner));
  if (dates('mine')) return { flow: 'agenda', event: { type: 'MINE' } };
  if (dates('open')) return { flow: 'agenda', event: { type: 'ASK' } };
  const reminding = Object.values(ears.languages).map((t) => t.reminder.own.words);
  if (reminding.some((w) => w.open.includes(inner))) return { flow: 'remind', event: { type: 'ASK' } };
  if (reminding.some((w) => w.cancel.includes(inner))) return { flow: 'remind', event: { type: 'CANCEL' } };
  const moment = /^(\D+?) ((?:\d{1,2}|1er)\b.*)$/.exec(inner);
  if (moment?.[1] && reminding.some((w) => w.before.includes(moment[1] ?? '')))
    return { flow: 'remind', event: { type: 'ASK', value: moment[2] ?? '' } };
  if (Object.values(ears.languages).some((t) => t.callback.words.open.includes(inner)))
    return { flow: 'callback', event: { type: 'ASK' } };
  if (is('hub')) return { flow: 'civic', event: { type: 'HOME' } };
  const [first = '', ...rest] = inner.split(' ');
  const begins = (key: 'obstacle' | 'withdraw') => all.some((w) => w[key].includes(first));
  const receipts = Object.values(ears.languages).map((t) => t.vote.words.receipt);
  const receipt = (said: string) => receipts.some((all) => all.includes(said));
  if (receipt(inner)) return { flow: 'consultation', event: { type: 'RECEIPT' } };
  const digits = inner.match(/^(\D+) ([\d ]+)$/);
  if (digits?.[1] && receipt(digits[1]) && tenDigits(digits[2] ?? '') !== undefined)
    return { flow: 'consultation', event: { type: 'RECEIPT', counted: ears.counted === true } };
  const code = codeIn(rest.join(''));
  if (code !== undefined && begins('withdraw')) return { flow: 'civic', event: { type: 'WITHDRAW', code } };
  if (rest.length >= SENTENCE && begins('obstacle'))
    return { flow: 'obstacle', event: { type: 'SAID', value: rest.join(' ') } };
  return undefined;
}
