/** Hours in plain French: "du lundi au vendredi : 9h-12h / 14h-17h, samedi matin sur rendez-vous". */
import { normalize } from '../../../flows/normalize.ts';
import type { WrittenHours } from './compile.ts';
import { DAYS, writeDays, writeTimes } from './write.ts';

type Token =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'time'; readonly minute: number }
  | { readonly kind: 'to' | 'and' | 'closed' | 'holiday' | 'next' };

const FRENCH_DAYS = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');
const SHORT_DAYS = 'lun mar mer jeu ven sam dim'.split(' ');
const ALWAYS =
  /^(24\s*h?\s*(\/|sur)\s*24\s*h?[\s,et-]*7\s*j?\s*(\/|sur)\s*7\s*j?|7\s*j?\s*(\/|sur)\s*7\s*j?[\s,et-]*24\s*h?\s*(\/|sur)\s*24\s*h?)$/i;
/** Words that change nothing. */
const EMPTY =
  /^(de|du|des|le|les|la|l|ouvert|ouverte|ouverture|ouvertures|horaire|horaires|d|accueil|public|au|bureau)$/;

/**
 * Hours of a French text in OpenStreetMap's grammar. What is not understood to the last word comes back whole as a comment,
 * beside the hours that could be read if any: the words left over may correct them ("sur rendez-vous", "1er mardi du mois").
 */
export function readFrenchHours(text: string): WrittenHours {
  const trimmed = text.trim();
  if (trimmed === '') return {};
  if (ALWAYS.test(trimmed)) return { hours: '24/7' };
  const { tokens, all } = tokensOf(trimmed);
  const hours = hoursOf(tokens);
  if (hours === undefined) return { comment: trimmed };
  return all ? { hours } : { hours, comment: trimmed };
}

/** The words that count. `all`: no other word was met. */
function tokensOf(text: string): { tokens: Token[]; all: boolean } {
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\b(7\s*j(ours)?\s*(\/|sur)\s*7\s*j?|tous les jours)\b/g, ' lundi jusqua dimanche ')
    // "rendez-vous" is no range; "lundi-vendredi" is.
    .replace(/([a-z]+)-(?=[a-z])/g, (part, word) => (dayOf(word) < 0 ? `${word} ` : part))
    .replace(/\b24\s*h(eures)?\s*(\/|sur)\s*24\s*h?/g, ' 0h00 jusqua 24h00 ')
    .replace(/\bjours? feries?\b/g, ' ferie ')
    .replace(/\b(sauf|hors|ferme)(\s+les?)?\s+ferie/g, ' horsferie ')
    .replace(/\bmidi\b(?! et)/g, ' 12h00 ')
    .replace(
      /(\d{1,2})\s*(?:heures?|h|:)\s*(\d{2})?(?!\d)\s*(?:mn|min)?\b/g,
      (_, h, m) => ` ${h}h${m ?? '00'} `,
    )
    .replace(/\s(?:a|au|jusqu'?a|jusqu'?au)\s|[-–—>→]/g, ' jusqua ')
    .replace(/\s(?:et|puis)\s|[,/&+]/g, ' aussi ')
    .replace(/[;.|\n]/g, ' suite ');
  const tokens: Token[] = [];
  let all = true;
  for (const word of normalize(plain).split(' ')) {
    const token = tokenOf(word);
    if (token) tokens.push(token);
    else if (!EMPTY.test(word) && word !== '') all = false;
  }
  return { tokens, all };
}

/** 0 Monday to 6 Sunday; -1 for other words. */
function dayOf(word: string): number {
  return Math.max(FRENCH_DAYS.indexOf(word.replace(/s$/, '')), SHORT_DAYS.indexOf(word));
}

function tokenOf(word: string): Token | undefined {
  const time = /^(\d{1,2})h(\d{2})$/.exec(word);
  if (time) return { kind: 'time', minute: Number(time[1]) * 60 + Number(time[2]) };
  const day = dayOf(word);
  if (day >= 0) return { kind: 'day', day };
  if (word === 'jusqua' || word === 'a' || word === 'au') return { kind: 'to' };
  if (word === 'aussi') return { kind: 'and' };
  if (word === 'suite') return { kind: 'next' };
  if (word === 'horsferie') return { kind: 'holiday' };
  return /^ferme(e|s|es)?$/.test(word) ? { kind: 'closed' } : undefined;
}

/** Days, then their times, again and again; undefined when the words do not come in that order. */
function hoursOf(tokens: readonly Token[]): string | undefined {
  const rules: string[] = [];
  let [days, times, at] = [new Set<number>(), [] as number[], 0];
  let closed = false;
  let opens = false;
  let holidays = false;
  const close = () => {
    if (times.length > 0 || closed) rules.push(`${writeDays(days)}${closed ? 'off' : writeTimes(times)}`);
    [days, times, closed] = [new Set(), [], false];
  };
  while (at < tokens.length) {
    const token = tokens[at] as Token;
    const [second, third] = [tokens[at + 1], tokens[at + 2]];
    if (token.kind === 'day') {
      // "lundi 9h-12h mardi 14h-17h": a day after times begins anew; "ferme le mercredi" names its day after.
      if (times.length > 0 || (closed && days.size > 0)) close();
      const range = second?.kind === 'to' && third?.kind === 'day';
      addDays(days, token.day, range ? third.day : token.day);
      at += range ? 3 : 1;
    } else if (token.kind === 'time') {
      if (second?.kind !== 'to' || third?.kind !== 'time' || third.minute <= token.minute || closed)
        return undefined;
      // "9h-12h" without a day is no claim on Sundays.
      if (days.size === 0 || token.minute >= 1440 || third.minute > 1440) return undefined;
      times.push(token.minute, third.minute);
      opens = true;
      at += 3;
    } else if (token.kind === 'closed') {
      if (times.length > 0) close();
      closed = true;
      at++;
    } else {
      if (token.kind === 'holiday') holidays = true;
      else if (token.kind === 'to') return undefined;
      at++;
    }
  }
  if (days.size > 0 && times.length === 0 && !closed) return undefined;
  close();
  // "ferme le mercredi" alone says nothing of the other days.
  if (!opens) return undefined;
  return [...rules, ...(holidays ? ['PH off'] : [])].join('; ');
}

function addDays(days: Set<number>, from: number, to: number): void {
  for (let day = from; ; day = (day + 1) % DAYS.length) {
    days.add(day);
    if (day === to) return;
  }
}
