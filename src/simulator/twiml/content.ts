/** What the type of an answer makes of it. */
import type { Answer } from '../types.ts';
import { TwimlError } from './xml.ts';

const XML = new Set(['text/xml', 'application/xml', 'text/html']);

/** TwiML to follow, or plain words: the provider sends them as a text or reads them out. */
export function contentOf(answer: Answer): { xml: string } | { words: string } {
  const type = (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (answer.status === 204 || (answer.body === '' && !XML.has(type))) return { words: '' };
  if (XML.has(type)) return { xml: answer.body };
  if (type === 'text/plain') return { words: answer.body };
  throw new TwimlError(12300, `an answer of type "${type}" is not read`);
}
