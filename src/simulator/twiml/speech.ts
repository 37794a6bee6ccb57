/** What is heard of a <Say>: its markup flattened to words, and how long they last. */
import { CHARACTERS_PER_SECOND } from '../types.ts';
import { type Element, TwimlError } from './xml.ts';

/** Longest text of one <Say>; the neural voices take less. */
const MOST_CHARACTERS = { any: 4096, polly: 3000 };

function flatten(element: Element): string {
  if (element.name === 'break') return ' ';
  if (element.name === 'sub' && element.attributes.alias) return element.attributes.alias;
  const inner = element.children
    .map((child) => (typeof child === 'string' ? child : flatten(child)))
    .join('');
  return element.name === 'p' || element.name === 's' ? ` ${inner} ` : inner;
}

function pausesOf(element: Element): number {
  const own = /^([\d.]+)(m?s)$/.exec(element.name === 'break' ? (element.attributes.time ?? '') : '');
  const seconds = own ? Number(own[1]) / (own[2] === 'ms' ? 1000 : 1) : 0;
  return element.children.reduce(
    (sum, child) => sum + (typeof child === 'string' ? 0 : pausesOf(child)),
    seconds,
  );
}

/** The words of a <Say>, and its seconds. */
export function speechOf(say: Element): { said: string; seconds: number } {
  const said = flatten(say).replace(/\s+/g, ' ').trim();
  const most = say.attributes.voice?.startsWith('Polly.') ? MOST_CHARACTERS.polly : MOST_CHARACTERS.any;
  if (said === '') throw new TwimlError(13520, '<Say> has nothing to say');
  if (said.length > most) throw new TwimlError(13520, `<Say> is over ${most} characters`);
  return { said, seconds: said.length / CHARACTERS_PER_SECOND + pausesOf(say) };
}
