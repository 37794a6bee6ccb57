/** The HTTP application: an explicit list of plugins over what is handed to it. */
import formbody from '@fastify/formbody';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  LogController,
} from 'fastify';
import type { Store } from '../db/store.ts';
import { type TwilioOptions, twilioRoutes } from './channels/twilio/index.ts';
import { RelaisError } from './errors.ts';
import type { Log } from './log.ts';
import { type MetricsOptions, metricsRoutes } from './metrics/index.ts';
import { healthRoutes } from './pages/health.ts';
import { notFound, type WebOptions, webSite } from './web/index.ts';

export interface AppDeps {
  readonly log: Log;
  readonly store: Pick<Store, 'ready'>;
  readonly twilio: TwilioOptions;
  readonly metrics: MetricsOptions;
  /** What stands outside the pages' own guards: the simulator. */
  readonly bare: readonly FastifyPluginAsync[];
  /** The pages for a browser, behind their own guards. */
  readonly web: WebOptions;
}

/** A webhook is small; a recording comes through the simulator's own route. Bytes. */
const BODY_LIMIT = 64 * 1024;

export async function buildApp({
  log,
  store,
  metrics,
  twilio,
  bare,
  web,
}: AppDeps): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    // The proxy that brings HTTPS says whose request it is; nobody else is believed.
    trustProxy: ['loopback', 'uniquelocal'],
  });
  app.setErrorHandler(async (error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const known = error instanceof RelaisError ? error : undefined;
    const status = known?.status ?? error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error, req: request }, 'a request failed');
    const code = known?.code ?? (status >= 500 ? 'internal' : 'bad_request');
    return reply.code(status).send({ error: code });
  });
  app.setNotFoundHandler(notFound(web.site));
  await app.register(formbody, { bodyLimit: BODY_LIMIT });
  await app.register(healthRoutes, { store });
  await app.register(metricsRoutes, metrics);
  await app.register(twilioRoutes, twilio);
  for (const one of bare) await app.register(one);
  await app.register(webSite, web);
  return app;
}
