/** The verbs of an answer to a text. */
import { check, type Grammar, METHOD, URL_REFERENCE } from './grammar.ts';
import { type Element, elementsOf, parseXml, TwimlError, textOf } from './xml.ts';

const MESSAGING: Grammar = {
  Response: { attributes: {}, children: ['Message', 'Redirect'], text: 'none' },
  Message: {
    attributes: {
      to: /^\S+$/,
      from: /^.+$/,
      action: URL_REFERENCE,
      statusCallback: URL_REFERENCE,
      method: METHOD,
    },
    children: ['Body', 'Media'],
    text: 'optional',
  },
  Body: { attributes: {}, children: [], text: 'optional' },
  Media: { attributes: {}, children: [], text: 'required' },
  Redirect: { attributes: { method: METHOD }, children: [], text: 'required' },
};

export type MessageVerb =
  | {
      readonly verb: 'message';
      readonly body: string;
      readonly media: readonly string[];
      readonly to?: string;
      readonly from?: string;
      readonly callback?: string;
    }
  | { readonly verb: 'redirect'; readonly url: string };

/** The text as it was written: line breaks are part of a message, the white space around it is not. */
function wordsOf(element: Element): string {
  return element.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
}

function verbOf(element: Element): MessageVerb {
  if (element.name === 'Redirect') return { verb: 'redirect', url: textOf(element) };
  const named = (name: string) => elementsOf(element).filter((child) => child.name === name);
  const { to, from, action, statusCallback } = element.attributes;
  const callback = action ?? statusCallback;
  const body = [wordsOf(element), ...named('Body').map(wordsOf)].filter((part) => part !== '').join('\n');
  const media = named('Media').map(textOf);
  if (body === '' && media.length === 0) throw new TwimlError(14103, '<Message> has nothing to say');
  return {
    verb: 'message',
    body,
    media,
    ...(to === undefined ? {} : { to }),
    ...(from === undefined ? {} : { from }),
    ...(callback === undefined ? {} : { callback }),
  };
}

/** What the answer to a text asks for. */
export function readMessages(body: string): MessageVerb[] {
  if (body.trim() === '') return [];
  const root = parseXml(body);
  if (root.name !== 'Response') throw new TwimlError(12100, `the root is <${root.name}>, not <Response>`);
  check(root, MESSAGING);
  return elementsOf(root).map(verbOf);
}
