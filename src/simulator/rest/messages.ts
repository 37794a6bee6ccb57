/** Messages.json: what the service sends by itself. */
import type { FastifyInstance } from 'fastify';
import { errorText } from '../messages/fields.ts';
import { kindOf } from '../numbers.ts';
import type { Message } from '../types.ts';
import { ApiError, notFound } from './errors.ts';
import { type ApiDeps, field, fields } from './index.ts';

function resource(deps: ApiDeps, message: Message) {
  const { accountSid, messagingServiceSid } = deps.account;
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}`;
  const at = new Date(message.at).toUTCString().replace('GMT', '+0000');
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: deps.threads.blanked(message.sid) ? '' : message.body,
    date_created: at,
    date_sent: message.status === 'queued' ? null : at,
    date_updated: at,
    direction: message.direction,
    error_code: message.errorCode ?? null,
    error_message: message.errorCode ? errorText(message.errorCode) : null,
    from: message.from,
    messaging_service_sid: messagingServiceSid ?? null,
    num_media: String(message.media.length),
    num_segments: String(message.segments),
    price: null,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}

/** The refusals that the provider decides on at once, in its order. */
function checked(deps: ApiDeps, body: unknown) {
  const [to, text] = [field(body, 'To') ?? '', field(body, 'Body') ?? ''];
  const media = fields(body, 'MediaUrl');
  const bySid = deps.account.messagingServiceSid !== undefined && field(body, 'MessagingServiceSid');
  const from = field(body, 'From') ?? (bySid === deps.account.messagingServiceSid ? deps.numbers.sms : '');
  const callback = field(body, 'StatusCallback');
  if (to === '') throw new ApiError(400, 21604, "A 'To' phone number is required.");
  if (from === '') throw new ApiError(400, 21603, "A 'From' phone number is required.");
  if (text === '' && media.length === 0) throw new ApiError(400, 21602, 'Message body is required.');
  const kind = kindOf(to);
  if (kind !== 'mobile' && kind !== 'landline')
    throw new ApiError(400, 21211, `Invalid 'To' Phone Number: ${to}`);
  if (from !== deps.numbers.sms && kindOf(from) !== 'name')
    throw new ApiError(400, 21606, `The 'From' phone number provided (${from}) is not a valid one.`);
  if (to === from) throw new ApiError(400, 21266, "'To' and 'From' number cannot be the same.");
  if (text.length > 1600)
    throw new ApiError(400, 21617, 'The concatenated message body exceeds the 1600 character limit.');
  if (callback !== undefined && !/^https?:\/\//.test(callback))
    throw new ApiError(400, 21609, `The StatusCallback URL ${callback} is not a valid URL.`);
  if (deps.stopped.has(to)) throw new ApiError(400, 21610, 'Attempt to send to unsubscribed recipient');
  if (kind === 'landline' && deps.faults.deliveryTo(to)?.[0]?.code === 21614)
    throw new ApiError(400, 21614, `'To' number: ${to}, is not a valid mobile number`);
  return { from, to, body: text, media, ...(callback === undefined ? {} : { callback }) };
}

export function messageRoutes(api: FastifyInstance, deps: ApiDeps): void {
  api.post('/Messages.json', async (request, reply) => {
    const outgoing = checked(deps, request.body);
    const message = deps.delivery.deliver({ ...outgoing, direction: 'outbound-api' });
    return reply.code(201).send(resource(deps, message));
  });

  // Words may go once a text has arrived; a telephone that shows it keeps it.
  api.post<{ Params: { sid: string } }>('/Messages/:sid.json', async (request) => {
    const message = deps.threads.find(request.params.sid);
    if (!message) throw notFound(`/Messages/${request.params.sid}`);
    if (field(request.body, 'Body') !== '') throw new ApiError(400, 20001, 'Only an empty Body is taken.');
    if (['queued', 'sending'].includes(message.status))
      throw new ApiError(400, 20009, 'Cannot redact a message in transit.');
    deps.threads.blank(message.sid);
    return resource(deps, message);
  });

  api.get('/Messages.json', async (request) => {
    const { To, From } = request.query as { To?: string; From?: string };
    const messages = deps.threads
      .all()
      .filter((message) => (!To || message.to === To) && (!From || message.from === From));
    return {
      messages: messages.map((message) => resource(deps, message)),
      page: 0,
      page_size: 50,
      first_page_uri: request.url,
      next_page_uri: null,
      previous_page_uri: null,
      uri: request.url,
    };
  });

  api.get<{ Params: { sid: string } }>('/Messages/:sid.json', async (request) => {
    const message = deps.threads.find(request.params.sid);
    if (!message) throw notFound(`/Messages/${request.params.sid}`);
    return resource(deps, message);
  });
}
