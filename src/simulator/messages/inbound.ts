/** A text from a phone: to the service, and its answers back to the phone. */
import { kindOf } from '../numbers.ts';
import { countSegments } from '../segments.ts';
import { contentOf } from '../twiml/content.ts';
import { type MessageVerb, readMessages } from '../twiml/messages.ts';
import { TwimlError } from '../twiml/xml.ts';
import type { Answer, Form, Message, ProviderEvent } from '../types.ts';
import type { Ask, Raise } from '../webhook.ts';
import type { Delivery } from './deliver.ts';
import { type Account, inboundFields } from './fields.ts';
import { ANSWERS, keywordOf } from './keywords.ts';
import type { Threads } from './threads.ts';

export interface TextOptions {
  readonly media?: readonly string[];
  /** Sent again as this message: a replay that only its id betrays. */
  readonly sid?: string;
}

/** After this many answers that only lead elsewhere, the provider gives up. */
const MOST_REDIRECTS = 10;

/** A longer text does not fit what a phone can send. */
const MOST_CHARACTERS = 1600;

export function makeInbound(deps: {
  account: Account;
  number: string;
  webhook: string;
  keywords: boolean;
  stopped: Set<string>;
  threads: Threads;
  delivery: Delivery;
  ask: Ask;
  raise: Raise;
  ids: () => string;
  clock: () => number;
  emit: (event: ProviderEvent) => void;
}): (from: string, body: string, options?: TextOptions) => Promise<void> {
  const reply = (verb: Extract<MessageVerb, { verb: 'message' }>, text: Message, url: string) => {
    const to = verb.to ?? text.from;
    if (deps.stopped.has(to)) return deps.raise(21610, 'Attempt to send to unsubscribed recipient', text.sid);
    if (verb.body.length > MOST_CHARACTERS)
      return deps.raise(21617, 'The concatenated message body exceeds the 1600 character limit', text.sid);
    deps.delivery.deliver({
      from: verb.from ?? deps.number,
      to,
      body: verb.body,
      media: verb.media,
      direction: 'outbound-reply',
      ...(verb.callback ? { callback: new URL(verb.callback, url).href } : {}),
    });
  };

  const follow = async (answer: Answer, text: Message, url: string, form: Form): Promise<void> => {
    let [current, base]: [Answer | undefined, string] = [answer, url];
    for (let hops = 0; current && hops < MOST_REDIRECTS; hops += 1) {
      const content = contentOf(current);
      const verbs: MessageVerb[] =
        'xml' in content
          ? readMessages(content.xml)
          : content.words === ''
            ? []
            : [{ verb: 'message', body: content.words, media: [] }];
      current = undefined;
      for (const verb of verbs) {
        if (verb.verb === 'message') {
          reply(verb, text, base);
          continue;
        }
        // Whatever follows a redirection is never reached.
        base = new URL(verb.url, base).href;
        current = (await deps.ask(base, form, text.sid))[0];
        break;
      }
    }
  };

  return async (from, body, options = {}) => {
    if (kindOf(from) !== 'mobile') throw new Error(`${from} cannot send a text`);
    const text: Message = {
      sid: options.sid ?? `SM${deps.ids()}`,
      at: deps.clock(),
      from,
      to: deps.number,
      body,
      status: 'received',
      direction: 'inbound',
      media: options.media ?? [],
      ...countSegments(body),
    };
    deps.threads.add(from, text);
    deps.emit({ type: 'message', phone: from, message: text });
    const optOut = deps.keywords ? keywordOf(body, deps.stopped.has(from)) : undefined;
    if (optOut === 'STOP') deps.stopped.add(from);
    if (optOut === 'START') deps.stopped.delete(from);
    if (optOut)
      deps.delivery.deliver({
        from: deps.number,
        to: from,
        body: ANSWERS[optOut],
        media: [],
        direction: 'outbound-reply',
      });
    const form = inboundFields(deps.account, text, optOut);
    for (const answer of await deps.ask(deps.webhook, form, text.sid)) {
      try {
        await follow(answer, text, deps.webhook, form);
      } catch (error) {
        if (!(error instanceof TwimlError)) throw error;
        deps.raise(error.code, error.message, text.sid);
      }
    }
  };
}
