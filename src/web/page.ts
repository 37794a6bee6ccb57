/** From a component to an answer. */
import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { h, type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Token } from './token.ts';

export interface PageOptions {
  /** HTTP status: 200 unless said. */
  readonly status?: number;
  /**
   * The very style that the page carries inside itself (give the same to `Layout`): the policy then names its hash, and the
   * page asks for nothing else.
   */
  readonly style?: string;
  /** `cache-control`: nothing is kept unless said. */
  readonly cache?: string;
  /** The page has no form: no cookie is set for one. */
  readonly formless?: boolean;
}

/** Renders a whole document. Its forms get the token of this browser by themselves. */
export function page(reply: FastifyReply, document: JSX.Element, options: PageOptions = {}): FastifyReply {
  const token = options.formless ? '' : reply.generateCsrf();
  const html = renderToString(h(Token.Provider, { value: token }, document));
  if (options.style !== undefined) {
    const hash = createHash('sha256').update(options.style).digest('base64');
    reply.header('content-security-policy', policyWith(`'sha256-${hash}'`));
  }
  return reply
    .code(options.status ?? 200)
    .header('cache-control', options.cache ?? 'no-store')
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>\n${html}`);
}

/** What a page may load: what we serve, and nothing from elsewhere; no script and no style inside it. */
export const POLICY = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  scriptSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  mediaSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
} as const;

/** The policy, with this source of styles. */
export function policyWith(style: string): string {
  const all = { ...POLICY, styleSrc: [style] };
  return Object.entries(all)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)} ${value.join(' ')}`)
    .join(';');
}
