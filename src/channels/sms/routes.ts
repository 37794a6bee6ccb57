/** The provider's form of a text → Input; what is told → `<Message>`. */
import type { FastifyPluginAsync } from 'fastify';
import MessagingResponse from 'twilio/lib/twiml/MessagingResponse.js';
import { z } from 'zod';
import type { Reported } from '../../../db/store.ts';
import type { Texts } from '../../../flows/texts/index.ts';
import type { Converse, Inbound } from '../../conversation/converse.ts';
import { RelaisError } from '../../errors.ts';
import { personNumber } from '../../phone.ts';
import { fold } from '../../text/gsm7.ts';
import { asText, inputOf } from './as-text.ts';

export interface SmsOptions {
  readonly converse: Converse;
  readonly handedOver: (messageId: string) => Promise<void>;
  readonly report: (
    messageId: string,
    state: Reported,
    code?: string,
    providerId?: string,
  ) => Promise<boolean>;
  /** PUBLIC_URL without a trailing slash. */
  readonly publicUrl: string;
  /** Words of the apology when something of ours fails. */
  readonly fallback: Texts;
}

/** What we read of an inbound text: every other field is only signed. */
const inboundForm = z.looseObject({
  MessageSid: z.string().min(1).max(64),
  From: z.string().max(64),
  Body: z.string().default(''),
  NumMedia: z.coerce.number().int().catch(0),
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
});

const statusForm = z.looseObject({
  MessageStatus: z.string(),
  MessageSid: z.string().max(64).optional(),
  ErrorCode: z.string().optional(),
});

/** The provider's words for how far a text is; the others (queued, accepted …) tell nothing new. */
const REPORTS: ReadonlyMap<string, Reported> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
]);

export const smsRoutes: FastifyPluginAsync<SmsOptions> = async (
  app,
  { converse, handedOver, report, publicUrl, fallback },
) => {
  app.post('/twilio/sms', async (request, reply) => {
    const form = inboundForm.safeParse(request.body);
    if (!form.success) throw new RelaisError('bad_request');
    void reply.type('text/xml; charset=utf-8');
    const from = personNumber(form.data.From);
    // A name or a short code is a machine: it is never answered.
    if (from === undefined) return asText.silent.answer;
    const inbound: Inbound = {
      id: form.data.MessageSid,
      channel: 'sms',
      from,
      input: inputOf(form.data.Body, form.data.NumMedia),
      ...(form.data.OptOutType ? { handled: form.data.OptOutType } : {}),
    };
    const answer = await converse(inbound, asText);
    const id = answer.messageId;
    if (id === undefined || !answer.open) return asText.silent.answer;
    reply.raw.once('finish', () => {
      handedOver(id).catch((e: unknown) =>
        request.log.error({ err: e, messageId: id }, 'hand-over not written'),
      );
    });
    const twiml = new MessagingResponse();
    twiml.message({ action: `${publicUrl}/twilio/sms/status?m=${id}`, method: 'POST' }, answer.answer);
    return twiml.toString();
  });

  app.post<{ Querystring: { m?: string } }>('/twilio/sms/status', async (request, reply) => {
    const form = statusForm.safeParse(request.body);
    const state = form.success ? REPORTS.get(form.data.MessageStatus) : undefined;
    if (request.query.m !== undefined && state !== undefined) {
      await report(request.query.m, state, form.data?.ErrorCode, form.data?.MessageSid);
    }
    return reply.code(204).send();
  });

  // Somebody waits for an answer: a fault of ours is told, with the emergency numbers. Nothing of it was kept, so that the
  // same text delivered again is answered in full. A report is the provider's to bring again.
  app.setErrorHandler(async (error: Error & { status?: number; statusCode?: number }, request, reply) => {
    const { status = error.statusCode ?? 500 } = error;
    if (status < 500 || request.routeOptions.url !== '/twilio/sms') throw error;
    request.log.error({ err: error }, 'a text was not answered');
    void reply.code(200).type('text/xml; charset=utf-8');
    const form = inboundForm.safeParse(request.body);
    // What the provider answers by itself needs no word of ours.
    if (form.data?.OptOutType) return reply.send(asText.silent.answer);
    const twiml = new MessagingResponse();
    twiml.message({}, fold(fallback.trouble.text));
    return reply.send(twiml.toString());
  });
};
