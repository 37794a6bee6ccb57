/** The one scope in which pages live: headers, cookies, the anti-forgery check and limits hold for all that is registered in it. */
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { RelaisError } from '../errors.ts';
import { assetRoutes } from './assets.ts';
import { ErrorPage } from './error-page.tsx';
import { POLICY, page } from './page.ts';
import { TOKEN_FIELD } from './token.ts';

export interface WebOptions {
  /** The name of the service, on every page. */
  readonly site: string;
  /** Reached by https: cookies are then sent by no other way. */
  readonly secure: boolean;
  /** Requests of one address in a minute: 300 unless said. */
  readonly perMinute?: number;
  /** The pages: each registers its routes. */
  readonly pages: readonly FastifyPluginAsync[];
}

const HTTPS_DAYS = 365;

/** Every route that may change something passes the anti-forgery check: none can forget it. */
export const webSite: FastifyPluginAsync<WebOptions> = async (app, options) => {
  const { site, secure, perMinute = 300, pages } = options;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: Object.fromEntries(Object.entries(POLICY).map(([name, value]) => [name, [...value]])),
    },
    strictTransportSecurity: secure ? { maxAge: HTTPS_DAYS * 86_400 } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(rateLimit, {
    max: perMinute,
    timeWindow: '1 minute',
    errorResponseBuilder: () => new RelaisError('too_many'),
  });
  await app.register(cookie);
  await app.register(csrf, {
    cookieKey: 'relais-jeton',
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure },
    getToken: (request) => (request.body as Record<string, unknown> | undefined)?.[TOKEN_FIELD] as string,
    logLevel: 'debug',
  });
  app.addHook('preValidation', async (request, reply) => {
    if (SAFE.has(request.method)) return;
    if (fromElsewhere(request)) throw new RelaisError('forged');
    await new Promise<void>((done, failed) => {
      // The library sends its own refusal: ours is a page.
      const refused = { ...reply, send: () => failed(new RelaisError('forged')) } as typeof reply;
      app.csrfProtection(request, refused, done);
    });
  });
  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error instanceof RelaisError ? error.status : (error.statusCode ?? 500);
    if (status >= 500) request.log.error({ err: error, req: request }, 'a page failed');
    return page(reply, <ErrorPage status={status} site={site} />, { status, formless: true });
  });
  await app.register(assetRoutes);
  for (const one of pages) await app.register(one);
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What a browser of today says of a request that another site's page made. */
function fromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
