/** The provider's own API, as far as a service like ours uses it. */
import { parse } from 'node:querystring';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import type { CallbackQueue } from '../callbacks.ts';
import type { Exchange } from '../calls/exchange.ts';
import type { Recordings } from '../calls/recordings.ts';
import type { FaultBook } from '../faults.ts';
import type { Delivery } from '../messages/deliver.ts';
import type { Account } from '../messages/fields.ts';
import type { Threads } from '../messages/threads.ts';
import { balanceRoutes } from './balance.ts';
import { callRoutes } from './calls.ts';
import { ApiError, refuse } from './errors.ts';
import { messageRoutes } from './messages.ts';
import { recordingRoutes } from './recordings.ts';

export interface ApiDeps {
  readonly account: Account;
  readonly authToken: string;
  readonly numbers: { readonly sms: string; readonly voice: string };
  readonly faults: FaultBook;
  readonly stopped: ReadonlySet<string>;
  readonly threads: Threads;
  readonly delivery: Delivery;
  readonly callbacks: CallbackQueue;
  readonly exchange: Exchange;
  readonly recordings: Recordings;
  readonly ids: () => string;
}

/** A form of the API: its fields have capital letters, and some come several times. */
export function field(body: unknown, name: string): string | undefined {
  const value = (body as Record<string, string | string[]> | undefined)?.[name];
  return Array.isArray(value) ? value.at(-1) : value;
}

export function fields(body: unknown, name: string): string[] {
  const value = (body as Record<string, string | string[]> | undefined)?.[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** Reads forms by itself: how the service reads its own is none of the provider's business. */
function readForms(api: FastifyInstance): void {
  const type = 'application/x-www-form-urlencoded';
  if (api.hasContentTypeParser(type)) api.removeContentTypeParser(type);
  api.addContentTypeParser(type, { parseAs: 'string' }, async (_request: unknown, body: string) =>
    parse(body),
  );
}

/** The routes under /2010-04-01/Accounts/:account, for the service's client and nobody else. */
export function apiRoutes(deps: ApiDeps): FastifyPluginAsync {
  const expected = `Basic ${Buffer.from(`${deps.account.accountSid}:${deps.authToken}`).toString('base64')}`;
  return async (app) => {
    await app.register(
      async (api) => {
        readForms(api);
        api.setErrorHandler((error, _request, reply) => {
          if (error instanceof ApiError) return refuse(reply, error);
          throw error;
        });
        // Refused requests carried out all the same: the client never learns what became of them.
        const after = new WeakMap<FastifyReply, { status: number; code: number; text: string }>();
        api.addHook('onRequest', async (request, reply) => {
          const account = (request.params as { account?: string }).account;
          if (request.headers.authorization !== expected || account !== deps.account.accountSid)
            throw new ApiError(401, 20003, 'Authenticate');
          const fault = deps.faults.takeApi();
          if (fault?.after) after.set(reply, fault);
          else if (fault) throw new ApiError(fault.status, fault.code, fault.text);
        });
        api.addHook('preSerialization', async (_request, reply, payload) => {
          const fault = after.get(reply);
          if (!fault) return payload;
          reply.code(fault.status);
          return { code: fault.code, message: fault.text, more_info: '', status: fault.status };
        });
        messageRoutes(api, deps);
        balanceRoutes(api, deps);
        callRoutes(api, deps);
        recordingRoutes(api, deps);
      },
      { prefix: '/2010-04-01/Accounts/:account' },
    );
  };
}
