/** The page with two phones, and what it asks of the provider. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { actOn, callView } from './acts.ts';
import type { Provider } from './provider.ts';
import { PRICE_PER_SEGMENT } from './segments.ts';
import { makeStream } from './stream.ts';

const PAGE = new URL('./page/', import.meta.url);

const HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; media-src 'self' blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Five minutes of sound at eight thousand samples of two bytes. */
const MOST_AUDIO_BYTES = 5_000_000;
const MOST_BODY_BYTES = 16_384;

const PHONE = { type: 'string', maxLength: 20 } as const;

/** Everything under /simulator/, and the page itself at /. */
export const simulatorRoutes: FastifyPluginAsync<{ provider: Provider }> = async (app, { provider }) => {
  const index = readFileSync(new URL('index.html', PAGE), 'utf8');
  app.get('/', async (_request, reply) =>
    reply.headers(HEADERS).type('text/html; charset=utf-8').send(index),
  );
  await app.register(fastifyStatic, {
    root: fileURLToPath(PAGE),
    prefix: '/simulator/page/',
    decorateReply: false,
    index: false,
    allowedPath: (path) => /\.(css|js|wav)$/.test(path),
    setHeaders: (response) => {
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    },
  });
  await app.register(asked(provider), { prefix: '/simulator' });
};

function asked(provider: Provider): FastifyPluginAsync {
  return async (app) => {
    // Only types that another site's page cannot send without asking first.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: MOST_BODY_BYTES }, json);
    app.addContentTypeParser(
      'audio/wav',
      { parseAs: 'buffer', bodyLimit: MOST_AUDIO_BYTES },
      async (_request: unknown, body: Buffer) => body,
    );
    app.addHook('onRequest', async (request, reply) => {
      if (request.method === 'POST' && !request.headers['content-type']) return reply.code(415).send();
    });
    phoneRoutes(app, provider);
    callRoutes(app, provider);
    events(app, provider);
  };
}

async function json(_request: unknown, body: string): Promise<unknown> {
  try {
    return JSON.parse(body);
  } catch {
    throw Object.assign(new Error('not JSON'), { statusCode: 400 });
  }
}

function phoneRoutes(app: FastifyInstance, provider: Provider): void {
  app.get('/service', async () => ({ ...provider.numbers, pricePerSegment: PRICE_PER_SEGMENT }));

  app.get<{ Params: { phone: string } }>('/phones/:phone', async (request) => {
    const call = provider.calls(request.params.phone).findLast((one) => one.state !== 'ended');
    return {
      messages: provider.thread(request.params.phone),
      call: call ? { ...callView(call), events: call.events } : null,
    };
  });

  const text = {
    body: {
      type: 'object',
      required: ['from', 'body'],
      properties: { from: PHONE, body: { type: 'string', minLength: 1, maxLength: 1600 } },
    },
  };
  app.post<{ Body: { from: string; body: string } }>('/texts', { schema: text }, async (request, reply) => {
    try {
      const delivered = await provider.text(request.body.from, request.body.body);
      return { delivered: delivered.length };
    } catch (error) {
      return reply.code(409).send({ error: String(error) });
    }
  });
}

function callRoutes(app: FastifyInstance, provider: Provider): void {
  const place = { body: { type: 'object', required: ['from'], properties: { from: PHONE } } };
  app.post<{ Body: { from: string } }>('/calls', { schema: place }, async (request, reply) => {
    try {
      return callView(await provider.call(request.body.from));
    } catch (error) {
      return reply.code(409).send({ error: String(error) });
    }
  });

  app.post<{ Params: { sid: string; act: string }; Querystring: { seconds?: string; end?: string } }>(
    '/calls/:sid/:act',
    async (request, reply) => {
      const call = provider.findCall(request.params.sid);
      if (!call) return reply.code(404).send({ error: 'no such call' });
      try {
        await actOn(call, request.params.act, request.body, request.query);
        return callView(call);
      } catch (error) {
        return reply.code(409).send({ error: String(error) });
      }
    },
  );
}

function events(app: FastifyInstance, provider: Provider): void {
  const stream = makeStream();
  const off = provider.on((event) => stream.send(event.type, event));
  app.get('/events', (request, reply) => stream.open(request, reply));
  // Before the server closes: it would wait for the pages otherwise.
  app.addHook('preClose', async () => {
    off();
    stream.close();
  });
}
