/** Calls.json: calls that the service makes, and what it changes of one that is under way. */
import type { FastifyInstance } from 'fastify';
import { PROGRESS_EVENTS, type ProgressEvent } from '../calls/progress.ts';
import type { Call } from '../calls/types.ts';
import { kindOf } from '../numbers.ts';
import { ApiError, notFound } from './errors.ts';
import { type ApiDeps, field, fields } from './index.ts';

function resource(deps: ApiDeps, call: Call) {
  const { accountSid } = deps.account;
  const started = new Date(call.startedAt).toUTCString().replace('GMT', '+0000');
  return {
    account_sid: accountSid,
    answered_by: null,
    api_version: '2010-04-01',
    date_created: started,
    date_updated: started,
    direction: call.direction,
    duration: call.state === 'ended' ? String(Math.round(call.seconds)) : null,
    end_time: null,
    from: call.from,
    price: null,
    price_unit: 'USD',
    sid: call.sid,
    start_time: call.status === 'queued' ? null : started,
    status: call.status,
    to: call.to,
    uri: `/2010-04-01/Accounts/${accountSid}/Calls/${call.sid}.json`,
  };
}

/** Where the call's document is: one of the two, an address or the document. */
function documentOf(body: unknown): { url: string } | { twiml: string } | undefined {
  const [url, twiml] = [field(body, 'Url'), field(body, 'Twiml')];
  if (twiml !== undefined) return { twiml };
  if (url === undefined) return undefined;
  if (!/^https?:\/\//.test(url)) throw new ApiError(400, 21205, `Url is not a valid URL: ${url}`);
  return { url };
}

function eventsOf(body: unknown): ProgressEvent[] {
  const asked = fields(body, 'StatusCallbackEvent').flatMap((value) => value.split(' '));
  const wanted = PROGRESS_EVENTS.filter((event) => asked.includes(event));
  return wanted.length > 0 ? wanted : ['completed'];
}

export function callRoutes(api: FastifyInstance, deps: ApiDeps): void {
  api.post('/Calls.json', async (request, reply) => {
    const [to, from] = [field(request.body, 'To') ?? '', field(request.body, 'From') ?? ''];
    const document = documentOf(request.body);
    const callback = field(request.body, 'StatusCallback');
    if (to === '') throw new ApiError(400, 21201, "No 'To' number is specified");
    if (kindOf(to) !== 'mobile' && kindOf(to) !== 'landline')
      throw new ApiError(400, 21211, `Invalid 'To' Phone Number: ${to}`);
    if (from !== deps.numbers.voice)
      throw new ApiError(400, 21210, `'From' phone number not verified: ${from}`);
    if (!document) throw new ApiError(400, 21205, 'Url parameter is required.');
    const call = await deps.exchange.place({
      sid: `CA${deps.ids()}`,
      accountSid: deps.account.accountSid,
      from,
      to,
      direction: 'outbound-api',
      document,
      ...(callback ? { statusCallback: { url: callback, events: eventsOf(request.body) } } : {}),
    });
    // The provider answers before the phone rings.
    return reply.code(201).send({ ...resource(deps, call), status: 'queued', start_time: null });
  });

  api.get<{ Params: { sid: string } }>('/Calls/:sid.json', async (request) => {
    const call = deps.exchange.find(request.params.sid);
    if (!call) throw notFound(`/Calls/${request.params.sid}`);
    return resource(deps, call);
  });

  api.post<{ Params: { sid: string } }>('/Calls/:sid.json', async (request) => {
    const call = deps.exchange.find(request.params.sid);
    if (!call) throw notFound(`/Calls/${request.params.sid}`);
    if (call.state === 'ended') throw new ApiError(400, 21220, 'Call is not in-progress. Cannot redirect.');
    const status = field(request.body, 'Status');
    const document = documentOf(request.body);
    if (status === 'completed' || status === 'canceled') call.redirect({ end: status });
    else if (document) call.redirect(document);
    else throw new ApiError(400, 21218, 'Nothing to change.');
    return resource(deps, call);
  });
}
