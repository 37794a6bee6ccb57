/** The two ways to the service: over HTTP, or straight into a fastify that listens to nothing. */
import type { FastifyInstance } from 'fastify';
import { encodeForm } from './sign.ts';
import type { Post } from './types.ts';

/** Longest that the provider waits for an answer. */
const TIMEOUT_MS = 15_000;

/** Real HTTP. `origin` is where the service really listens, when that is not where its public address leads. */
export function overHttp(origin?: string): Post {
  return async (url, form, headers) => {
    const { pathname, search } = new URL(url);
    const answer = await fetch(origin ? `${origin}${pathname}${search}` : url, {
      method: 'POST',
      headers,
      body: encodeForm(form),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    };
  };
}

/** Injection, for tests and for a page that lives in the service itself. */
export function intoApp(app: () => Pick<FastifyInstance, 'inject'>): Post {
  return async (url, form, headers) => {
    const { pathname, search } = new URL(url);
    const answer = await app().inject({
      method: 'POST',
      url: `${pathname}${search}`,
      headers: { ...headers },
      payload: encodeForm(form),
    });
    const found = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
    return { status: answer.statusCode, headers: Object.fromEntries(found), body: answer.body };
  };
}
