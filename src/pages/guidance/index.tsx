/** What the link of a guidance leads to: one sheet, one place, and nothing of anybody. */
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { Knowledge } from '../../../flows/knowledge.ts';
import type { Texts } from '../../../flows/texts/index.ts';
import type { Leaf } from '../../guidance/guidance.ts';
import { page } from '../../web/index.ts';
import { GuidancePage } from './page.tsx';
import { STYLE } from './style.ts';

export interface GuidancePagesDeps {
  readonly site: string;
  readonly knowledge: Knowledge;
  readonly texts: Readonly<Record<string, Texts>>;
  /** What this code leads to; undefined for any other. */
  readonly leaf: (code: string) => Promise<Leaf | undefined>;
  /** The page was asked for. */
  readonly opened: (id: string) => Promise<void>;
  /** How to go on without the web: as one dials them. */
  readonly sms?: string;
  readonly voice?: string;
  readonly clock: () => number;
}

/** Requests of one address in a minute: nobody reads faster, and a guess has no other way. */
const PER_MINUTE = 30;

export const guidancePages =
  (deps: GuidancePagesDeps): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: { code: string }; Querystring: { l?: string } }>(
      '/g/:code',
      { config: { rateLimit: { max: PER_MINUTE, timeWindow: '1 minute' } } },
      async (request, reply) => {
        const leaf = await deps.leaf(request.params.code);
        // Unknown and expired are told alike: a code that was is none either.
        const sheet = leaf && deps.knowledge.sheet(leaf.sheet, asked(deps, request.query.l) ?? leaf.lang);
        if (leaf === undefined || sheet === undefined) return reply.callNotFound();
        // A phone that only looks whether there is something has opened nothing.
        if (request.method === 'GET') await deps.opened(leaf.id);
        // Before the page: it is sent at once.
        hidden(reply);
        return page(reply, <GuidancePage {...{ ...deps, leaf, sheet }} />, { style: STYLE, formless: true });
      },
    );
  };

function asked({ texts }: GuidancePagesDeps, lang: string | undefined): string | undefined {
  return lang !== undefined && Object.hasOwn(texts, lang) ? lang : undefined;
}

function hidden(reply: FastifyReply): FastifyReply {
  return reply
    .header('x-robots-tag', 'noindex, nofollow, noarchive')
    .header('referrer-policy', 'no-referrer');
}
