/** `GET /metrics`, in Prometheus's text form. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import type { Metrics } from './metrics.ts';

export interface MetricsOptions {
  readonly metrics: Metrics;
  /** Who may read them, told as `Authorization: Bearer …`; absent: this machine and private networks alone. */
  readonly token?: string;
}

/** This machine, and networks that are not the internet: RFC 1918, RFC 4193, RFC 6598, and IPv4 written as IPv6. */
const PRIVATE =
  /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)|^::1$|^f[cd]/i;

export const metricsRoutes: FastifyPluginAsync<MetricsOptions> = async (app, { metrics, token }) => {
  app.get('/metrics', async (request, reply) => {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const may = token === undefined ? PRIVATE.test(request.ip) : same(given, token);
    // As if there were nothing: what is not for everybody is not announced either.
    if (!may) return reply.callNotFound();
    return reply.type(metrics.contentType).send(await metrics.text());
  });
};

/** In a time that tells nothing of where they differ. */
function same(a: string, b: string): boolean {
  const [one, other] = [a, b].map((token) => createHash('sha256').update(token).digest()) as [Buffer, Buffer];
  return timingSafeEqual(one, other);
}
