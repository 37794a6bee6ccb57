/** The bridge: we call the helper, who presses 1; then the person, who presses 1. Neither sees the number of the other. */
import type { FastifyPluginAsync } from 'fastify';
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { z } from 'zod';
import type { Texts } from '../../../flows/texts/index.ts';
import type { Bridge } from '../../callbacks/bridge.ts';
import { RelaisError } from '../../errors.ts';
import type { Client } from '../twilio/client.ts';
import { type VoiceOptions, voiceOf } from './twiml.ts';

export interface BridgeRoutesOptions extends Pick<VoiceOptions, 'origin' | 'voices'> {
  readonly bridge: Bridge;
  /** The number that both see, E.164. */
  readonly number: string | undefined;
  readonly operator: string;
  readonly texts: Readonly<Record<string, Texts>>;
  /** The language of the desk, and of whoever has none. */
  readonly fallback: Texts;
  /** A leg is over: how many seconds it lasted. */
  readonly ended?: (seconds: number) => void;
}

/** Seconds: that a phone rings, and that a key is waited for. */
const RING = 25;
const KEY = 8;
/** An hour of talk. */
const LONGEST = 3_600;
const PATH = '/twilio/voice/bridge';

const asked = z.object({ b: z.uuid() });
const seconds = z.coerce.number().int().min(0).max(86_400).catch(0);
const form = z.looseObject({
  Digits: z.string().max(64).optional(),
  DialCallStatus: z.string().max(30).default(''),
  DialBridged: z.string().max(10).default(''),
  CallStatus: z.string().max(30).default(''),
  CallDuration: seconds,
  DialCallDuration: seconds,
});
/** Of the helper's leg. */
const OVER = new Set(['completed', 'busy', 'no-answer', 'failed', 'canceled']);

export const bridgeRoutes: FastifyPluginAsync<BridgeRoutesOptions> = async (app, options) => {
  const { bridge, origin, voices, number, operator, texts, fallback } = options;
  const address = (step: string, id: string) => `${origin}${PATH}${step}?b=${id}`;
  const say = (to: { say(attributes: object, words: string): unknown }, words: string, t = fallback) =>
    void to.say({ ...voiceOf(voices, t.lang) }, words);

  /** A step of a call: the words of its answer. */
  const step = (
    path: string,
    answer: (id: string, sent: z.infer<typeof form>, response: VoiceResponse) => Promise<void>,
  ) =>
    app.post(`${PATH}${path}`, async (request, reply) => {
      const query = asked.safeParse(request.query);
      const sent = form.safeParse(request.body);
      if (!query.success || !sent.success) throw new RelaisError('bad_request');
      const response = new VoiceResponse();
      await answer(query.data.b, sent.data, response);
      return reply.type('text/xml; charset=utf-8').send(response.toString());
    });

  const goodbye = (response: VoiceResponse, words: string) => {
    say(response, words);
    response.hangup();
  };
  const t = fallback.callback.bridge;

  step('', async (id, _, response) => {
    if (!(await bridge.picked(id))) return goodbye(response, t.gone);
    const gather = response.gather({
      ...{ input: ['dtmf'], numDigits: 1, finishOnKey: '', timeout: KEY },
      ...{ action: address('/accept', id), method: 'POST' },
    });
    say(gather, t.helper(operator));
    // Whoever presses nothing is a machine, or busy: nothing was said of the person.
    goodbye(response, t.bye);
  });

  step('/accept', async (id, { Digits }, response) => {
    if (Digits !== '1') return goodbye(response, t.bye);
    const to = await bridge.accepted(id);
    if (to === undefined || number === undefined) return goodbye(response, t.gone);
    say(response, t.ringing);
    response
      .dial({
        ...{ callerId: number, timeout: RING, timeLimit: LONGEST, answerOnBridge: true },
        ...{ action: address('/dialled', id), method: 'POST' },
      })
      .number({ url: address('/person', id), method: 'POST' }, to);
  });

  step('/person', async (id, _, response) => {
    const reached = await bridge.reached(id);
    if (reached === undefined) return void response.hangup();
    const own = texts[reached.lang] ?? fallback;
    const words = own.callback.bridge;
    const gather = response.gather({
      ...{ input: ['dtmf'], numDigits: 1, finishOnKey: '', timeout: KEY },
      ...{ action: address('/joined', id), method: 'POST' },
    });
    // A machine that may not be spoken to records a voice without a name.
    const greeting = reached.message ? words.person(operator) : words.unnamed;
    say(gather, greeting, own);
    gather.pause({ length: 2 });
    say(gather, greeting, own);
    // Where a message may be left the two are put through, whoever picked up.
    if (!reached.message) response.hangup();
  });

  step('/joined', async (id, { Digits }, response) => {
    const reached = await bridge.reached(id);
    if (reached === undefined || Digits !== '1') return void response.hangup();
    await bridge.joined(id);
    const own = texts[reached.lang] ?? fallback;
    say(response, own.callback.bridge.joined, own);
  });

  step('/dialled', async (id, { DialCallStatus, DialBridged, DialCallDuration }, response) => {
    options.ended?.(DialCallDuration);
    goodbye(
      response,
      (await bridge.dialled(id, DialCallStatus, DialBridged !== 'false')) ? t.over : t.unanswered,
    );
  });

  step('/notice', async (id, { Digits }, response) => {
    const told = await bridge.notice(id, Digits === '1');
    if (told === undefined) return void response.hangup();
    const own = texts[told.lang] ?? fallback;
    const words = own.callback.bridge;
    if (Digits === '1') {
      say(response, told.words, own);
      say(response, words.bye, own);
      return void response.hangup();
    }
    const gather = response.gather({
      ...{ input: ['dtmf'], numDigits: 1, finishOnKey: '', timeout: KEY },
      ...{ action: address('/notice', id), method: 'POST' },
    });
    say(gather, told.named ? words.news(operator) : words.unnamed, own);
    response.hangup();
  });

  app.post(`${PATH}/status`, async (request, reply) => {
    const query = asked.safeParse(request.query);
    const sent = form.safeParse(request.body);
    if (!query.success || !sent.success) throw new RelaisError('bad_request');
    const { CallStatus, CallDuration } = sent.data;
    if (CallStatus === 'completed') options.ended?.(CallDuration);
    if (OVER.has(CallStatus)) await bridge.ended(query.data.b, CallStatus);
    return reply.code(204).send();
  });
};

/** Calls a helper for a bridge, or a person who is only to be told something. Rejects where the provider refuses. */
export function makePlace(deps: {
  readonly client: Client;
  readonly number: string | undefined;
  readonly origin: string;
}): Record<'bridge' | 'notice', (to: string, id: string) => Promise<void>> {
  const { client, number, origin } = deps;
  const place = (path: string) => async (to: string, id: string) => {
    if (number === undefined) throw new RelaisError('not_allowed');
    await client.calls.create({
      ...{ to, from: number, timeout: RING },
      ...{ url: `${origin}${PATH}${path}?b=${id}`, method: 'POST' },
      ...{ statusCallback: `${origin}${PATH}/status?b=${id}`, statusCallbackMethod: 'POST' },
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    });
  };
  return { bridge: place(''), notice: place('/notice') };
}
