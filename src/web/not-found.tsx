/** An address that leads nowhere: a page for who reads, a code for a program. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ErrorPage } from './error-page.tsx';
import { page, policyWith } from './page.ts';

export function notFound(site: string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const reads = request.method === 'GET' && String(request.headers.accept ?? '').includes('text/html');
    if (!reads) return reply.code(404).send({ error: 'not_found' });
    // Outside the pages' own scope, whose headers are not set here.
    reply.header('content-security-policy', policyWith("'self'"));
    return page(reply, <ErrorPage status={404} site={site} home="/" />, { status: 404, formless: true });
  };
}
