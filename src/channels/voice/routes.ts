/** The provider's form of a call's turn → Input; what is told → TwiML. */
import type { FastifyPluginAsync } from 'fastify';
import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { z } from 'zod';
import type { Input } from '../../../flows/input.ts';
import type { Texts } from '../../../flows/texts/index.ts';
import type { Converse, Inbound } from '../../conversation/converse.ts';
import { RelaisError } from '../../errors.ts';
import { personNumber } from '../../phone.ts';
import { twiml, type VoiceOptions, voiceOf } from './twiml.ts';

export interface VoiceRoutesOptions extends VoiceOptions {
  readonly converse: Converse;
  /** Words and language of the apology when something of ours fails. */
  readonly fallback: Texts;
  /** A call is over: how many seconds it lasted. */
  readonly ended?: (seconds: number) => void;
}

const form = z.looseObject({
  CallSid: z.string().min(1).max(64),
  From: z.string().max(64).default(''),
  To: z.string().max(64).default(''),
  Direction: z.string().default('inbound'),
  Digits: z.string().max(64).optional(),
  SpeechResult: z.string().max(2000).optional(),
  Confidence: z.coerce.number().min(0).max(1).catch(1),
  RecordingSid: z.string().max(64).optional(),
  RecordingDuration: z.coerce.number().catch(0),
  DialCallStatus: z.string().optional(),
});
type Form = z.infer<typeof form>;

const ending = z.looseObject({
  CallStatus: z.literal('completed'),
  CallDuration: z.coerce.number().int().min(0).max(86_400),
});

const EMPTY = new VoiceResponse().toString();

export const voiceRoutes: FastifyPluginAsync<VoiceRoutesOptions> = async (app, options) => {
  const handle = async (body: unknown, t: number, read: (f: Form) => Input) => {
    const parsed = form.safeParse(body);
    if (!parsed.success) throw new RelaisError('bad_request');
    const f = parsed.data;
    // A call that we place is theirs all the same: the person is then the one called.
    const from = personNumber(f.Direction === 'inbound' ? f.From : f.To);
    const inbound: Inbound = {
      id: `${f.CallSid}:${t}`,
      channel: 'voice',
      call: f.CallSid,
      turn: t,
      ...(from === undefined ? {} : { from }),
      input: read(f),
    };
    const reply = await options.converse(inbound, {
      silent: { answer: EMPTY },
      told: (told, texts) => ({ answer: twiml(told, texts, options) }),
    });
    return reply.answer;
  };

  app.post<{ Querystring: { t?: string } }>('/twilio/voice', async (request, reply) => {
    void reply.type('text/xml; charset=utf-8');
    const t = turnOf(request.query.t);
    return handle(request.body, t, t === 0 ? () => ({ kind: 'call' }) : inputOf);
  });

  app.post<{ Querystring: { t?: string } }>('/twilio/voice/dial', async (request, reply) => {
    void reply.type('text/xml; charset=utf-8');
    return handle(request.body, turnOf(request.query.t), (f) => ({
      kind: 'dialed',
      answered: f.DialCallStatus === 'completed',
    }));
  });

  // Only reports: what matters of a call is in its turns, and a recording is fetched by its id.
  app.post('/twilio/voice/recording', async (_request, reply) => reply.code(204).send());
  app.post('/twilio/voice/status', async (request, reply) => {
    const over = ending.safeParse(request.body);
    if (over.success) options.ended?.(over.data.CallDuration);
    return reply.code(204).send();
  });

  // Somebody is listening: a fault of ours is told in their language of last resort, with the emergency numbers.
  app.setErrorHandler(async (error: Error & { status?: number; statusCode?: number }, request, reply) => {
    if ((error.status ?? error.statusCode ?? 500) < 500) throw error;
    request.log.error({ err: error }, 'a call turn failed');
    const response = new VoiceResponse();
    const { lang, voice } = options.fallback;
    const { trouble } = voice;
    const speaker = voiceOf(options.voices, lang);
    response.say({ ...(speaker as object) }, trouble.spoken ?? trouble.text);
    response.hangup();
    return reply.code(200).type('text/xml; charset=utf-8').send(response.toString());
  });
};

function turnOf(t: string | undefined): number {
  return t !== undefined && /^\d{1,6}$/.test(t) ? Number(t) : 0;
}

function inputOf(f: Form): Input {
  if (f.RecordingSid) return { kind: 'recording', id: f.RecordingSid, seconds: f.RecordingDuration };
  if (f.Digits) return { kind: 'digits', digits: f.Digits };
  if (f.SpeechResult?.trim()) return { kind: 'speech', text: f.SpeechResult, confidence: f.Confidence };
  return { kind: 'silence' };
}
